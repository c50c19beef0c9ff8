using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Accounts.Migrations
{
    /// <inheritdoc />
    internal sealed partial class RolesOfPerson : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_contact_roles_contact",
                schema: "accounts",
                table: "contact_roles",
                column: "contact_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contact_roles_contact",
                schema: "accounts",
                table: "contact_roles");
        }
    }
}
