using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Imports.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Corrections : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "identity",
                schema: "imports",
                table: "rows",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string[]>(
                name: "original",
                schema: "imports",
                table: "rows",
                type: "text[]",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "identity",
                schema: "imports",
                table: "rows");

            migrationBuilder.DropColumn(
                name: "original",
                schema: "imports",
                table: "rows");
        }
    }
}
