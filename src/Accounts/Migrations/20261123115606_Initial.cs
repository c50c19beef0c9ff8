using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Accounts.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "accounts");

            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:pg_trgm", ",,")
                .Annotation("Npgsql:PostgresExtension:unaccent", ",,");

            // unaccent is only stable; with its dictionary named it is safe in generated columns and indexes. PL/pgSQL: half the time of a function in SQL that cannot be inlined.
            migrationBuilder.Sql("""
                create function accounts.fold(text) returns text language plpgsql immutable strict parallel safe
                as $$ begin return replace(lower(public.unaccent('public.unaccent', $1)), 'w', 'v'); end $$
                """);

            migrationBuilder.CreateTable(
                name: "contacts",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    last_name = table.Column<string>(type: "text", nullable: false),
                    first_names = table.Column<string>(type: "text", nullable: false),
                    called_name = table.Column<string>(type: "text", nullable: true),
                    language = table.Column<string>(type: "text", nullable: false),
                    street = table.Column<string>(type: "text", nullable: true),
                    postal_code = table.Column<string>(type: "text", nullable: true),
                    town = table.Column<string>(type: "text", nullable: true),
                    country = table.Column<string>(type: "text", nullable: true),
                    is_passive = table.Column<bool>(type: "boolean", nullable: false),
                    passive_reason = table.Column<string>(type: "text", nullable: true),
                    passive_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    restricted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    erased_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: true, computedColumnSql: "accounts.fold(last_name || ' ' || first_names || ' ' || coalesce(called_name, '') || ' ' || last_name)", stored: true),
                    sort_name = table.Column<string>(type: "text", nullable: true, computedColumnSql: "last_name || ' ' || first_names", stored: true, collation: "fi-x-icu")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contacts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "saved_views",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    list = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    query = table.Column<string>(type: "text", nullable: false),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_saved_views", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contact_emails",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    is_primary = table.Column<bool>(type: "boolean", nullable: false),
                    undeliverable_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_emails", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_emails_contacts_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "accounts",
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_phones",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    is_primary = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_phones", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_phones_contacts_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "accounts",
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "contact_roles",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    started_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contact_roles", x => x.id);
                    table.ForeignKey(
                        name: "fk_contact_roles_contacts_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "accounts",
                        principalTable: "contacts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.Sql("""
                alter table accounts.contact_emails add constraint ex_contact_emails_primary
                exclude using btree (contact_id with =) where (is_primary) deferrable initially deferred
                """);

            migrationBuilder.CreateIndex(
                name: "ix_contact_emails_address_part",
                schema: "accounts",
                table: "contact_emails",
                column: "address")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_contact_emails_contact",
                schema: "accounts",
                table: "contact_emails",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ux_contact_emails_contact_address",
                schema: "accounts",
                table: "contact_emails",
                columns: new[] { "contact_id", "address" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ux_contact_phones_contact_number",
                schema: "accounts",
                table: "contact_phones",
                columns: new[] { "contact_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_contact_roles_role",
                schema: "accounts",
                table: "contact_roles",
                columns: new[] { "role", "contact_id" },
                filter: "ended_on is null");

            migrationBuilder.CreateIndex(
                name: "ux_contact_roles_current",
                schema: "accounts",
                table: "contact_roles",
                columns: new[] { "contact_id", "role" },
                unique: true,
                filter: "ended_on is null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_passive",
                schema: "accounts",
                table: "contacts",
                column: "id",
                filter: "is_passive");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_restricted",
                schema: "accounts",
                table: "contacts",
                column: "restricted_at",
                filter: "restricted_at is not null");

            migrationBuilder.CreateIndex(
                name: "ix_contacts_search_text",
                schema: "accounts",
                table: "contacts",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_sort_name",
                schema: "accounts",
                table: "contacts",
                columns: new[] { "sort_name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_contacts_updated_at",
                schema: "accounts",
                table: "contacts",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_saved_views_name",
                schema: "accounts",
                table: "saved_views",
                columns: new[] { "owner_id", "list", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "contact_emails",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "contact_phones",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "contact_roles",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "saved_views",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "contacts",
                schema: "accounts");
        }
    }
}
