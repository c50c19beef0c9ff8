using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Accounts.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ListOrders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_contacts_active_sort_name",
                schema: "accounts",
                table: "contacts",
                columns: new[] { "is_passive", "sort_name", "id" });

            // As lists filter by it, whatever the capitals.
            migrationBuilder.Sql("create index ix_contacts_town on accounts.contacts (accounts.fold(town))");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index accounts.ix_contacts_town");

            migrationBuilder.DropIndex(
                name: "ix_contacts_active_sort_name",
                schema: "accounts",
                table: "contacts");
        }
    }
}
