using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Alumni.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ListOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "graduated",
                schema: "alumni",
                table: "alumni",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                schema: "alumni",
                table: "alumni",
                type: "text",
                nullable: true,
                computedColumnSql: "accounts.fold(coalesce(former_last_name, '') || ' ' || coalesce(employer, '') || ' ' || coalesce(task, ''))",
                stored: true);

            // Passive people's degrees count too.
            migrationBuilder.Sql("""
                select set_config('crm.act', 'rectify', true);
                update alumni.alumni a set graduated = d.year
                from (select contact_id, max(graduated_year) as year from alumni.degrees where graduated_year is not null group by contact_id) d where d.contact_id = a.contact_id;
                select set_config('crm.act', '', true)
                """);

            migrationBuilder.CreateIndex(
                name: "ix_alumni_graduated",
                schema: "alumni",
                table: "alumni",
                columns: new[] { "graduated", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_alumni_search_text",
                schema: "alumni",
                table: "alumni",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_alumni_graduated",
                schema: "alumni",
                table: "alumni");

            migrationBuilder.DropIndex(
                name: "ix_alumni_search_text",
                schema: "alumni",
                table: "alumni");

            migrationBuilder.DropColumn(
                name: "search_text",
                schema: "alumni",
                table: "alumni");

            migrationBuilder.DropColumn(
                name: "graduated",
                schema: "alumni",
                table: "alumni");
        }
    }
}
