using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Events.Migrations
{
    /// <inheritdoc />
    internal sealed partial class AddTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "told",
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
                table: "participants");
        }
    }
}
