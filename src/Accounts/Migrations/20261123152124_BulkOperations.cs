using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Accounts.Migrations
{
    /// <inheritdoc />
    internal sealed partial class BulkOperations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "bulk_operations",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    change = table.Column<string>(type: "jsonb", nullable: false),
                    total = table.Column<int>(type: "integer", nullable: false),
                    changed = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<string>(type: "jsonb", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    job_id = table.Column<Guid>(type: "uuid", nullable: false),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undo_job_id = table.Column<Guid>(type: "uuid", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undo = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulk_operations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "bulked_records",
                schema: "accounts",
                columns: table => new
                {
                    operation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    undo_outcome = table.Column<string>(type: "text", nullable: true),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bulked_records", x => new { x.operation_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "default_views",
                schema: "accounts",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    view_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_default_views", x => new { x.user_id, x.list });
                    table.ForeignKey(
                        name: "fk_default_views_saved_views_view_id",
                        column: x => x.view_id,
                        principalSchema: "accounts",
                        principalTable: "saved_views",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_status",
                schema: "accounts",
                table: "contacts",
                column: "status",
                filter: "status is not null");

            migrationBuilder.CreateIndex(
                name: "ix_affiliations_title",
                schema: "accounts",
                table: "affiliations",
                column: "title")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_bulk_operations_user",
                schema: "accounts",
                table: "bulk_operations",
                columns: new[] { "user_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_bulked_records_account",
                schema: "accounts",
                table: "bulked_records",
                column: "account_id",
                filter: "account_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_bulked_records_contact",
                schema: "accounts",
                table: "bulked_records",
                column: "contact_id",
                filter: "contact_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_default_views_view_id",
                schema: "accounts",
                table: "default_views",
                column: "view_id");

            // The lists sort by these too; a record without one comes first.
            migrationBuilder.Sql("create index ix_contacts_town_order on accounts.contacts (coalesce(town, ''), id)");
            migrationBuilder.Sql("create index ix_contacts_town_part on accounts.contacts using gin (accounts.fold(town) gin_trgm_ops)");
            migrationBuilder.Sql("create index ix_accounts_municipality_order on accounts.accounts (coalesce(municipality, ''), id)");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index accounts.ix_contacts_town_order");
            migrationBuilder.Sql("drop index accounts.ix_contacts_town_part");
            migrationBuilder.Sql("drop index accounts.ix_accounts_municipality_order");

            migrationBuilder.DropTable(
                name: "bulk_operations",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "bulked_records",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "default_views",
                schema: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_status",
                schema: "accounts",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_affiliations_title",
                schema: "accounts",
                table: "affiliations");
        }
    }
}
