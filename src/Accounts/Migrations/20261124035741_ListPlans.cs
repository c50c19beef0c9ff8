using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Accounts.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ListPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_contact_emails_contact",
                schema: "accounts",
                table: "contact_emails");

            migrationBuilder.CreateIndex(
                name: "ix_duplicates_dismissed",
                schema: "accounts",
                table: "duplicates",
                column: "kind",
                filter: "dismissed_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_listed",
                schema: "accounts",
                table: "contacts",
                column: "id",
                filter: "merged_into_id is null and erased_at is null and restricted_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_present",
                schema: "accounts",
                table: "contacts",
                columns: new[] { "language", "is_passive", "restricted_at" },
                filter: "merged_into_id is null and erased_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_affiliations_present",
                schema: "accounts",
                table: "affiliations",
                column: "account_id",
                filter: "valid_to is null");

            migrationBuilder.CreateIndex(
                name: "ix_activities_due",
                schema: "accounts",
                table: "activities",
                columns: new[] { "due_order", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_customer_kinds",
                schema: "accounts",
                table: "accounts",
                column: "customer_kinds")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_industry",
                schema: "accounts",
                table: "accounts",
                column: "industry",
                filter: "industry is not null")
                .Annotation("Npgsql:IndexOperators", new[] { "text_pattern_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_kind",
                schema: "accounts",
                table: "accounts",
                column: "kind");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_municipality_part",
                schema: "accounts",
                table: "accounts",
                column: "municipality")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_passive",
                schema: "accounts",
                table: "accounts",
                column: "id",
                filter: "is_passive");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_relationships",
                schema: "accounts",
                table: "accounts",
                column: "relationships")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_size_class",
                schema: "accounts",
                table: "accounts",
                column: "size_class",
                filter: "size_class is not null");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_status",
                schema: "accounts",
                table: "accounts",
                column: "status",
                filter: "status is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_duplicates_dismissed",
                schema: "accounts",
                table: "duplicates");

            migrationBuilder.DropIndex(
                name: "ix_contacts_listed",
                schema: "accounts",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_present",
                schema: "accounts",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_affiliations_present",
                schema: "accounts",
                table: "affiliations");

            migrationBuilder.DropIndex(
                name: "ix_activities_due",
                schema: "accounts",
                table: "activities");

            migrationBuilder.DropIndex(
                name: "ix_accounts_customer_kinds",
                schema: "accounts",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_industry",
                schema: "accounts",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_kind",
                schema: "accounts",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_municipality_part",
                schema: "accounts",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_passive",
                schema: "accounts",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_relationships",
                schema: "accounts",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_size_class",
                schema: "accounts",
                table: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_accounts_status",
                schema: "accounts",
                table: "accounts");

            migrationBuilder.CreateIndex(
                name: "ix_contact_emails_contact",
                schema: "accounts",
                table: "contact_emails",
                column: "contact_id");
        }
    }
}
