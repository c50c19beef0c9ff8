using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Accounts.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Activities : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "activities",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    remind_on = table.Column<DateOnly>(type: "date", nullable: true),
                    assignee_id = table.Column<Guid>(type: "uuid", nullable: true),
                    assignee_name = table.Column<string>(type: "text", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_order = table.Column<DateOnly>(type: "date", nullable: false, computedColumnSql: "coalesce(due_on, 'infinity'::date)", stored: true),
                    search_text = table.Column<string>(type: "text", nullable: true, computedColumnSql: "accounts.fold(subject || ' ' || coalesce(text, ''))", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activities", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "activity_accounts",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_accounts", x => x.id);
                    table.ForeignKey(
                        name: "fk_activity_accounts_activities_activity_id",
                        column: x => x.activity_id,
                        principalSchema: "accounts",
                        principalTable: "activities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "activity_contacts",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_activity_contacts", x => x.id);
                    table.ForeignKey(
                        name: "fk_activity_contacts_activities_activity_id",
                        column: x => x.activity_id,
                        principalSchema: "accounts",
                        principalTable: "activities",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "needs",
                schema: "accounts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    activity_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    field = table.Column<string>(type: "text", nullable: true),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    urgency = table.Column<string>(type: "text", nullable: false),
                    heard_on = table.Column<DateOnly>(type: "date", nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    search_text = table.Column<string>(type: "text", nullable: true, computedColumnSql: "accounts.fold(text)", stored: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_needs", x => x.id);
                    table.ForeignKey(
                        name: "fk_needs_activities_activity_id",
                        column: x => x.activity_id,
                        principalSchema: "accounts",
                        principalTable: "activities",
                        principalColumn: "id");
                });

            migrationBuilder.CreateIndex(
                name: "ix_activities_assigned",
                schema: "accounts",
                table: "activities",
                columns: new[] { "assignee_id", "at" },
                filter: "assignee_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_activities_assignee",
                schema: "accounts",
                table: "activities",
                columns: new[] { "assignee_id", "due_order", "id" },
                filter: "kind = 'task' and done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_activities_at",
                schema: "accounts",
                table: "activities",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activities_created_at",
                schema: "accounts",
                table: "activities",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_activities_created_by",
                schema: "accounts",
                table: "activities",
                columns: new[] { "created_by_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_activities_open",
                schema: "accounts",
                table: "activities",
                columns: new[] { "due_order", "id" },
                filter: "kind = 'task' and done_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_activities_search_text",
                schema: "accounts",
                table: "activities",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_accounts_account",
                schema: "accounts",
                table: "activity_accounts",
                columns: new[] { "account_id", "activity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_activity_accounts_activity",
                schema: "accounts",
                table: "activity_accounts",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_contacts_activity",
                schema: "accounts",
                table: "activity_contacts",
                column: "activity_id");

            migrationBuilder.CreateIndex(
                name: "ix_activity_contacts_contact",
                schema: "accounts",
                table: "activity_contacts",
                columns: new[] { "contact_id", "activity_id" });

            migrationBuilder.CreateIndex(
                name: "ix_needs_account",
                schema: "accounts",
                table: "needs",
                columns: new[] { "account_id", "heard_on" });

            migrationBuilder.CreateIndex(
                name: "ix_needs_activity",
                schema: "accounts",
                table: "needs",
                column: "activity_id",
                filter: "activity_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_needs_contact",
                schema: "accounts",
                table: "needs",
                column: "contact_id",
                filter: "contact_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_needs_field",
                schema: "accounts",
                table: "needs",
                columns: new[] { "field", "heard_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_needs_heard_on",
                schema: "accounts",
                table: "needs",
                columns: new[] { "heard_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_needs_search_text",
                schema: "accounts",
                table: "needs",
                column: "search_text")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });

            migrationBuilder.CreateIndex(
                name: "ix_needs_tags",
                schema: "accounts",
                table: "needs",
                column: "tags")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "activity_accounts",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "activity_contacts",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "needs",
                schema: "accounts");

            migrationBuilder.DropTable(
                name: "activities",
                schema: "accounts");
        }
    }
}
