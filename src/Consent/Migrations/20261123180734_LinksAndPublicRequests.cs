using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Consent.Migrations
{
    /// <inheritdoc />
    internal sealed partial class LinksAndPublicRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "links",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    token_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_links", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "public_requests",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_name = table.Column<string>(type: "text", nullable: false),
                    last_name = table.Column<string>(type: "text", nullable: false),
                    former_last_name = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: false),
                    graduation_year = table.Column<int>(type: "integer", nullable: true),
                    scope = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    message = table.Column<string>(type: "text", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_public_requests", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_links_expires",
                schema: "consent",
                table: "links",
                column: "expires_at");

            migrationBuilder.CreateIndex(
                name: "ux_links_token",
                schema: "consent",
                table: "links",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_public_requests_received",
                schema: "consent",
                table: "public_requests",
                column: "received_at");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "links",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "public_requests",
                schema: "consent");
        }
    }
}
