using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Alumni.Migrations
{
    /// <inheritdoc />
    internal sealed partial class LinksBySet : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The migrator made this one by SQL of its own.
            migrationBuilder.Sql("alter table alumni.alumni drop constraint if exists fk_alumni_person");

            migrationBuilder.DropForeignKey(
                name: "fk_interests_cooperation_forms_form_code",
                schema: "alumni",
                table: "interests");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddForeignKey(
                name: "fk_interests_cooperation_forms_form_code",
                schema: "alumni",
                table: "interests",
                column: "form_code",
                principalSchema: "alumni",
                principalTable: "cooperation_forms",
                principalColumn: "code",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
