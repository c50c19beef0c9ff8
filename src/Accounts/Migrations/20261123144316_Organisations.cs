using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Accounts.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Organisations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                schema: "accounts",
                table: "contacts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "owner_id",
                schema: "accounts",
                table: "contacts",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "owner_name",
                schema: "accounts",
                table: "contacts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source_id",
                schema: "accounts",
                table: "contacts",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "status",
                schema: "accounts",
                table: "contacts",
                type: "text",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "accounts",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    business_id = table.Column<string>(type: "text", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: false),
                    relationships = table.Column<string[]>(type: "text[]", nullable: false),
                    customer_kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    industry = table.Column<string>(type: "text", nullable: true),
                    municipality = table.Column<string>(type: "text", nullable: true),
                    website = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    size_class = table.Column<string>(type: "text", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    search_text = table.Column<string>(type: "text", nullable: true, computedColumnSql: "accounts.fold(name || ' ' || coalesce(business_id, ''))", stored: true),
                    sort_name = table.Column<string>(type: "text", nullable: true, computedColumnSql: "name", stored: true, collation: "fi-x-icu"),
                    status = table.Column<string>(type: "text", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    owner_name = table.Column<string>(type: "text", nullable: true),
                    source_id = table.Column<string>(type: "text", nullable: true),
                    merged_into_id = table.Column<Guid>(type: "uuid", nullable: true),
                    is_passive = table.Column<bool>(type: "boolean", nullable: false),
                    passive_reason = table.Column<string>(type: "text", nullable: true),
                    passive_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_accounts_accounts_parent_id",
                        column: x => x.parent_id,
                        principalSchema: "accounts",
                        principalTable: "accounts",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "affiliations",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: true),
                    role_there = table.Column<string>(type: "text", nullable: true),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: true),
                    valid_to = table.Column<DateOnly>(type: "date", nullable: true),
                    is_primary = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_affiliations", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "status_changes",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_status_changes", x => x.id);
                    table.CheckConstraint("ck_status_changes_one", "num_nonnulls(account_id, contact_id) = 1");
                });

            migrationBuilder.CreateTable(
                name: "account_addresses",
                schema: "accounts",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    street = table.Column<string>(type: "text", nullable: true),
                    postal_code = table.Column<string>(type: "text", nullable: true),
                    town = table.Column<string>(type: "text", nullable: true),
                    country = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_addresses", x => new { x.account_id, x.kind });
                    table.ForeignKey(
                        name: "fk_account_addresses_accounts_account_id",
                        column: x => x.account_id,
                        principalSchema: "accounts",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_einvoice_addresses",
                schema: "accounts",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "text", nullable: false),
                    is_primary = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account_einvoice_addresses", x => new { x.account_id, x.address });
                    table.ForeignKey(
                        name: "fk_account_einvoice_addresses_accounts_account_id",
                        column: x => x.account_id,
                        principalSchema: "accounts",
                        principalTable: "accounts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("""
                alter table accounts.affiliations add constraint ex_affiliations_primary
                exclude using btree (contact_id with =) where (is_primary) deferrable initially deferred;
                drop function if exists accounts.check_person() cascade;
                drop function if exists accounts.guard_contact() cascade;
                """);

            migrationBuilder.CreateIndex(
                name: "ix_contacts_merged",
                schema: "accounts",
                table: "contacts",
                column: "merged_into_id",
                filter: "merged_into_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_owner",
                schema: "accounts",
                table: "contacts",
                column: "owner_id",
                filter: "owner_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_source",
                schema: "accounts",
                table: "contacts",
                column: "source_id",
                filter: "source_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_merged",
                schema: "accounts",
                table: "accounts",
                column: "merged_into_id",
                filter: "merged_into_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_owner",
                schema: "accounts",
                table: "accounts",
                column: "owner_id",
                filter: "owner_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_parent_id",
                schema: "accounts",
                table: "accounts",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_search_text",
                schema: "accounts",
                table: "accounts",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_sort_name",
                schema: "accounts",
                table: "accounts",
                columns: new[] { "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_accounts_source",
                schema: "accounts",
                table: "accounts",
                column: "source_id",
                filter: "source_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_accounts_updated_at",
                schema: "accounts",
                table: "accounts",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_accounts_business_id",
                schema: "accounts",
                table: "accounts",
                column: "business_id",
                unique: true,
                filter: "merged_into_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_affiliations_account",
                schema: "accounts",
                table: "affiliations",
                columns: new[] { "account_id", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_affiliations_contact",
                schema: "accounts",
                table: "affiliations",
                columns: new[] { "contact_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_status_changes_account",
                schema: "accounts",
                table: "status_changes",
                columns: new[] { "account_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_status_changes_contact",
                schema: "accounts",
                table: "status_changes",
                columns: new[] { "contact_id", "at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_addresses",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "account_einvoice_addresses",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "affiliations",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "status_changes",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "accounts",
                schema: "accounts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_merged",
                schema: "accounts",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_owner",
                schema: "accounts",
                table: "contacts");

            migrationBuilder.DropIndex(
                name: "ix_contacts_source",
                schema: "accounts",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                schema: "accounts",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "owner_id",
                schema: "accounts",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "owner_name",
                schema: "accounts",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "source_id",
                schema: "accounts",
                table: "contacts");

            migrationBuilder.DropColumn(
                name: "status",
                schema: "accounts",
                table: "contacts");
        }
    }
}
