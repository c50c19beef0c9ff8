using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Karelia.Crm.Accounts.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Merging : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "duplicate_scans",
                schema: "accounts",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    scanned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicate_scans", x => x.kind);
                });

            migrationBuilder.CreateTable(
                name: "duplicates",
                schema: "accounts",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reasons = table.Column<string[]>(type: "text[]", nullable: false),
                    is_exact = table.Column<bool>(type: "boolean", nullable: false),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    dismissed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dismissed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    dismissed_by = table.Column<string>(type: "text", nullable: true),
                    dismiss_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_duplicates", x => new { x.kind, x.first_id, x.second_id });
                });

            migrationBuilder.CreateTable(
                name: "merge_rows",
                schema: "accounts",
                columns: table => new
                {
                    merge_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    table_name = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "jsonb", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merge_rows", x => new { x.merge_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "merges",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    survivor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    other_ids = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_merges", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_duplicates_order",
                schema: "accounts",
                table: "duplicates",
                columns: new[] { "kind", "is_exact", "found_at", "first_id", "second_id" },
                descending: new[] { false, true, true, false, false });

            migrationBuilder.CreateIndex(
                name: "ix_duplicates_second",
                schema: "accounts",
                table: "duplicates",
                columns: new[] { "kind", "second_id" });

            migrationBuilder.CreateIndex(
                name: "ix_merge_rows_contact",
                schema: "accounts",
                table: "merge_rows",
                column: "contact_id",
                filter: "contact_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_merges_others",
                schema: "accounts",
                table: "merges",
                column: "other_ids")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_merges_survivor",
                schema: "accounts",
                table: "merges",
                column: "survivor_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "duplicate_scans",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "duplicates",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "merge_rows",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "merges",
                schema: "accounts");
        }
    }
}
