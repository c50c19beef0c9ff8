using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Alumni.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ListPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_degrees_title",
                schema: "alumni",
                table: "degrees",
                column: "title");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_degrees_title",
                schema: "alumni",
                table: "degrees");
        }
    }
}
