using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Consent.Migrations
{
    /// <inheritdoc />
    internal sealed partial class TargetGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_blocks_current",
                schema: "consent",
                table: "blocks");

            migrationBuilder.AddColumn<string[]>(
                name: "fields",
                schema: "consent",
                table: "disclosures",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "consent",
                table: "disclosures",
                type: "text",
                nullable: false,
                defaultValue: "marketing");

            migrationBuilder.AddColumn<Guid>(
                name: "target_group_id",
                schema: "consent",
                table: "disclosures",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "consent",
                table: "blocks",
                type: "text",
                nullable: false,
                defaultValue: "block");

            migrationBuilder.AddColumn<string>(
                name: "lifted_reason",
                schema: "consent",
                table: "blocks",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "list_id",
                schema: "consent",
                table: "blocks",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "source",
                schema: "consent",
                table: "blocks",
                type: "text",
                nullable: false,
                defaultValue: "staff");

            migrationBuilder.CreateTable(
                name: "disclosed_files",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    disclosure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rows = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_disclosed_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_disclosed_files_disclosures_disclosure_id",
                        column: x => x.disclosure_id,
                        principalSchema: "consent",
                        principalTable: "disclosures",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suppressions",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    view = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    import_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suppressions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "target_groups",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    description = table.Column<string>(type: "text", nullable: true),
                    definition = table.Column<string>(type: "jsonb", nullable: true),
                    is_shared = table.Column<bool>(type: "boolean", nullable: false),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    owner_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    archived_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_groups", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "text_versions",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    language = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    text_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    published_by = table.Column<string>(type: "text", nullable: true),
                    replaced_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_text_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_text_versions_texts_text_id",
                        column: x => x.text_id,
                        principalSchema: "consent",
                        principalTable: "texts",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "schedules",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    target_group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    recipient = table.Column<string>(type: "text", nullable: false),
                    unit = table.Column<string>(type: "text", nullable: true),
                    day_of_month = table.Column<int>(type: "integer", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: false),
                    waiting_since = table.Column<DateOnly>(type: "date", nullable: true),
                    last_export_id = table.Column<Guid>(type: "uuid", nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_schedules", x => x.id);
                    table.ForeignKey(
                        name: "fk_schedules_target_groups_target_group_id",
                        column: x => x.target_group_id,
                        principalSchema: "consent",
                        principalTable: "target_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "target_group_members",
                schema: "consent",
                columns: table => new
                {
                    group_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_target_group_members", x => new { x.group_id, x.contact_id });
                    table.ForeignKey(
                        name: "fk_target_group_members_target_groups_group_id",
                        column: x => x.group_id,
                        principalSchema: "consent",
                        principalTable: "target_groups",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ux_blocks_current",
                schema: "consent",
                table: "blocks",
                columns: new[] { "contact_id", "kind", "channel", "topic", "list_id" },
                unique: true,
                filter: "lifted_at is null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_disclosed_files_disclosure_id",
                schema: "consent",
                table: "disclosed_files",
                column: "disclosure_id");

            migrationBuilder.CreateIndex(
                name: "ix_schedules_target_group_id",
                schema: "consent",
                table: "schedules",
                column: "target_group_id");

            migrationBuilder.CreateIndex(
                name: "ux_suppressions_report",
                schema: "consent",
                table: "suppressions",
                columns: new[] { "contact_id", "view", "address", "at" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_target_group_members_contact",
                schema: "consent",
                table: "target_group_members",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_target_groups_name",
                schema: "consent",
                table: "target_groups",
                columns: new[] { "name", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_text_versions_text",
                schema: "consent",
                table: "text_versions",
                column: "text_id");

            migrationBuilder.CreateIndex(
                name: "ux_text_versions_version",
                schema: "consent",
                table: "text_versions",
                columns: new[] { "purpose", "language", "version" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "disclosed_files",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "schedules",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "suppressions",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "target_group_members",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "text_versions",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "target_groups",
                schema: "consent");

            migrationBuilder.DropIndex(
                name: "ux_blocks_current",
                schema: "consent",
                table: "blocks");

            migrationBuilder.DropColumn(
                name: "fields",
                schema: "consent",
                table: "disclosures");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "consent",
                table: "disclosures");

            migrationBuilder.DropColumn(
                name: "target_group_id",
                schema: "consent",
                table: "disclosures");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "consent",
                table: "blocks");

            migrationBuilder.DropColumn(
                name: "lifted_reason",
                schema: "consent",
                table: "blocks");

            migrationBuilder.DropColumn(
                name: "list_id",
                schema: "consent",
                table: "blocks");

            migrationBuilder.DropColumn(
                name: "source",
                schema: "consent",
                table: "blocks");

            migrationBuilder.CreateIndex(
                name: "ux_blocks_current",
                schema: "consent",
                table: "blocks",
                columns: new[] { "contact_id", "channel", "topic" },
                unique: true,
                filter: "lifted_at is null")
                .Annotation("Npgsql:NullsDistinct", false);
        }
    }
}
