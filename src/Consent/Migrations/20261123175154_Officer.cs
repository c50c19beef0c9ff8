using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Consent.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Officer : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "archive_classes",
                schema: "consent",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    name_fi = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    years = table.Column<int>(type: "integer", nullable: true),
                    is_permanent = table.Column<bool>(type: "boolean", nullable: false),
                    trigger = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_archive_classes", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "breaches",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    effects = table.Column<string>(type: "text", nullable: false),
                    measures = table.Column<string>(type: "text", nullable: false),
                    noticed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    from = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    to = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    actor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    use_case = table.Column<string>(type: "text", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    not_reported = table.Column<string>(type: "text", nullable: true),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    not_told = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    noted_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    noted_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_breaches", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "erasure_queue",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    cause = table.Column<string>(type: "text", nullable: false),
                    lost_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_erasure_queue", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "legal_holds",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    set_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    set_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    set_by = table.Column<string>(type: "text", nullable: false),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true),
                    lift_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_legal_holds", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "notice_texts",
                schema: "consent",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    section = table.Column<int>(type: "integer", nullable: false),
                    place = table.Column<int>(type: "integer", nullable: false),
                    label_fi = table.Column<string>(type: "text", nullable: false),
                    label_en = table.Column<string>(type: "text", nullable: false),
                    fi = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    updated_by = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_texts", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "notice_versions",
                schema: "consent",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    published_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    published_by = table.Column<string>(type: "text", nullable: false),
                    fi = table.Column<string>(type: "json", nullable: false),
                    en = table.Column<string>(type: "json", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_versions", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "objections",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<string>(type: "text", nullable: false),
                    lifted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lifted_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objections", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "purpose_versions",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    name_fi = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    ground_fi = table.Column<string>(type: "text", nullable: false),
                    ground_en = table.Column<string>(type: "text", nullable: false),
                    data_fi = table.Column<string>(type: "text", nullable: false),
                    data_en = table.Column<string>(type: "text", nullable: false),
                    retention_fi = table.Column<string>(type: "text", nullable: false),
                    retention_en = table.Column<string>(type: "text", nullable: false),
                    retention_months = table.Column<int>(type: "integer", nullable: true),
                    recipients = table.Column<string[]>(type: "text[]", nullable: false),
                    groups = table.Column<string[]>(type: "text[]", nullable: false),
                    roles = table.Column<string[]>(type: "text[]", nullable: false),
                    erasure_days = table.Column<int>(type: "integer", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purpose_versions", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_rules",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    trigger = table.Column<string>(type: "text", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: true),
                    action = table.Column<string>(type: "text", nullable: false),
                    ground_fi = table.Column<string>(type: "text", nullable: false),
                    ground_en = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_runs",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposed_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_by = table.Column<string>(type: "text", nullable: false),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    approved_by = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    job_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_runs", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "retention_items",
                schema: "consent",
                columns: table => new
                {
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    category = table.Column<string>(type: "text", nullable: false),
                    action = table.Column<string>(type: "text", nullable: false),
                    trigger = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false),
                    months = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_items", x => new { x.run_id, x.contact_id, x.category });
                    table.ForeignKey(
                        name: "fk_retention_items_retention_runs_run_id",
                        column: x => x.run_id,
                        principalSchema: "consent",
                        principalTable: "retention_runs",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_breaches_noticed_at",
                schema: "consent",
                table: "breaches",
                columns: new[] { "noticed_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_erasure_queue_due",
                schema: "consent",
                table: "erasure_queue",
                columns: new[] { "state", "due_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ux_erasure_queue_open",
                schema: "consent",
                table: "erasure_queue",
                columns: new[] { "contact_id", "purpose" },
                unique: true,
                filter: "state = 'open'");

            migrationBuilder.CreateIndex(
                name: "ux_legal_holds_current",
                schema: "consent",
                table: "legal_holds",
                column: "contact_id",
                unique: true,
                filter: "lifted_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_objections_current",
                schema: "consent",
                table: "objections",
                columns: new[] { "contact_id", "purpose" },
                unique: true,
                filter: "lifted_at is null");

            migrationBuilder.CreateIndex(
                name: "ux_purpose_versions_code",
                schema: "consent",
                table: "purpose_versions",
                columns: new[] { "code", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_retention_items_contact",
                schema: "consent",
                table: "retention_items",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ux_retention_rules_category",
                schema: "consent",
                table: "retention_rules",
                column: "category",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "archive_classes",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "breaches",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "erasure_queue",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "legal_holds",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "notice_texts",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "notice_versions",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "objections",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "purpose_versions",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "retention_items",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "retention_rules",
                schema: "consent");

            migrationBuilder.DropTable(
                name: "retention_runs",
                schema: "consent");
        }
    }
}
