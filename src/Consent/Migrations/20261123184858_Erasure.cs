using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Consent.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Erasure : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "erasure_certificates",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    is_partial = table.Column<bool>(type: "boolean", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<string>(type: "text", nullable: true),
                    erased = table.Column<string>(type: "jsonb", nullable: false),
                    kept = table.Column<string>(type: "jsonb", nullable: false),
                    found = table.Column<string>(type: "jsonb", nullable: true),
                    verified_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_certificates", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasure_notices",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    disclosure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    disclosed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    sent_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_notices", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasure_proposals",
                schema: "consent",
                columns: table => new
                {
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_proposals", x => x.contact_id);
                });

            migrationBuilder.CreateTable(
                name: "erasure_settings",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    needs_two = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "restrictions",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true),
                    lift_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_restrictions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "tombstones",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    certificate_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tombstones", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_erasure_certificates_at",
                schema: "consent",
                table: "erasure_certificates",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_erasure_certificates_contact",
                schema: "consent",
                table: "erasure_certificates",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_erasure_notices_certificate",
                schema: "consent",
                table: "erasure_notices",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_restrictions_contact",
                schema: "consent",
                table: "restrictions",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_tombstones_certificate",
                schema: "consent",
                table: "tombstones",
                column: "certificate_id");

            migrationBuilder.CreateIndex(
                name: "ix_tombstones_hash",
                schema: "consent",
                table: "tombstones",
                column: "hash");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "erasure_certificates",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "erasure_notices",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "erasure_proposals",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "erasure_settings",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "restrictions",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "tombstones",
                schema: "consent");
        }
    }
}
