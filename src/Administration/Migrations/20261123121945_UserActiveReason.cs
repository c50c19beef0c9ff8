using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Administration.Migrations
{
    /// <inheritdoc />
    internal sealed partial class UserActiveReason : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "active_reason",
                schema: "administration",
                table: "users",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "active_reason",
                schema: "administration",
                table: "users");
        }
    }
}
