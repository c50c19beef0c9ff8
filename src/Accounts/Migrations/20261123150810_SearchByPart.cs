using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Accounts.Migrations
{
    /// <inheritdoc />
    internal sealed partial class SearchByPart : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contact_emails_address_part",
                schema: "accounts",
                table: "contact_emails");

            migrationBuilder.Sql("create index ix_contact_emails_address_part on accounts.contact_emails using gin (accounts.fold(address) gin_trgm_ops)");

            migrationBuilder.CreateIndex(
                name: "ix_contact_phones_number_part",
                schema: "accounts",
                table: "contact_phones",
                column: "number")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contact_phones_number_part",
                schema: "accounts",
                table: "contact_phones");

            migrationBuilder.Sql("drop index accounts.ix_contact_emails_address_part");

            migrationBuilder.CreateIndex(
                name: "ix_contact_emails_address_part",
                schema: "accounts",
                table: "contact_emails",
                column: "address")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }
    }
}
