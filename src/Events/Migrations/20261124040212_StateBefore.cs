using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Events.Migrations
{
    /// <inheritdoc />
    internal sealed partial class StateBefore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "told",
                schema: "events",
                table: "special_needs",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "state_before",
                schema: "events",
                table: "participants",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "told",
                schema: "events",
                table: "special_needs");

            migrationBuilder.DropColumn(
                name: "state_before",
                schema: "events",
                table: "participants");
        }
    }
}
