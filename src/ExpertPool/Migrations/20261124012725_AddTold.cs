using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.ExpertPool.Migrations
{
    /// <inheritdoc />
    internal sealed partial class AddTold : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "told",
                schema: "experts",
                table: "experts",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "told",
                schema: "experts",
                table: "experts");
        }
    }
}
