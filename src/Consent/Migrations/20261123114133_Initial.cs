using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Karelia.Crm.Consent.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "consent");

            migrationBuilder.CreateTable(
                name: "blocks",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: true),
                    topic = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    set_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_by = table.Column<string>(type: "text", nullable: false),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_blocks", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "disclosures",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    channel = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    filter = table.Column<string>(type: "jsonb", nullable: false),
                    included = table.Column<int>(type: "integer", nullable: false),
                    excluded = table.Column<string>(type: "jsonb", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosures", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "standings",
                schema: "consent",
                columns: table => new
                {
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    event_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_standings", x => new { x.contact_id, x.purpose });
                });

            migrationBuilder.CreateTable(
                name: "texts",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    first_seen_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_texts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "disclosed_contacts",
                schema: "consent",
                columns: table => new
                {
                    disclosure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosed_contacts", x => new { x.disclosure_id, x.contact_id });
                    table.ForeignKey(
                        name: "fk_disclosed_contacts_disclosures_disclosure_id",
                        column: x => x.disclosure_id,
                        principalSchema: "consent",
                        principalTable: "disclosures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "events",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    file_name = table.Column<string>(type: "text", nullable: true),
                    file_sha256 = table.Column<string>(type: "text", nullable: true),
                    row = table.Column<int>(type: "integer", nullable: true),
                    import_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    annuls = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_events", x => x.id);
                    table.ForeignKey(
                        name: "fk_events_events_annuls",
                        column: x => x.annuls,
                        principalSchema: "consent",
                        principalTable: "events",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_events_texts_text_id",
                        column: x => x.text_id,
                        principalSchema: "consent",
                        principalTable: "texts",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ux_blocks_current",
                schema: "consent",
                table: "blocks",
                columns: new[] { "contact_id", "channel", "topic" },
                unique: true,
                filter: "lifted_at is null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_disclosed_contacts_contact",
                schema: "consent",
                table: "disclosed_contacts",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_disclosures_at",
                schema: "consent",
                table: "disclosures",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_events_contact_purpose",
                schema: "consent",
                table: "events",
                columns: new[] { "contact_id", "purpose", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_events_import",
                schema: "consent",
                table: "events",
                column: "import_id",
                filter: "import_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_events_text_id",
                schema: "consent",
                table: "events",
                column: "text_id");

            migrationBuilder.CreateIndex(
                name: "ux_events_annuls",
                schema: "consent",
                table: "events",
                column: "annuls",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_standings_purpose",
                schema: "consent",
                table: "standings",
                columns: new[] { "purpose", "state", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ux_texts_sha256",
                schema: "consent",
                table: "texts",
                column: "sha256",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "blocks",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "disclosed_contacts",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "events",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "standings",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "disclosures",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "texts",
                schema: "consent");
        }
    }
}
