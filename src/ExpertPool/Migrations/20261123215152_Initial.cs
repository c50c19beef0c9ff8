using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.ExpertPool.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "experts");

            migrationBuilder.CreateTable(
                name: "experts",
                schema: "experts",
                columns: table => new
                {
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    competence = table.Column<string>(type: "text", nullable: true),
                    tags = table.Column<string[]>(type: "text[]", nullable: false),
                    fields = table.Column<string[]>(type: "text[]", nullable: false),
                    forms = table.Column<string[]>(type: "text[]", nullable: false),
                    languages = table.Column<string[]>(type: "text[]", nullable: false),
                    availability = table.Column<string>(type: "text", nullable: true),
                    available_from = table.Column<DateOnly>(type: "date", nullable: true),
                    employer = table.Column<string>(type: "text", nullable: true),
                    task = table.Column<string>(type: "text", nullable: true),
                    rate_note = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    words = table.Column<string[]>(type: "text[]", nullable: false, defaultValueSql: "'{}'")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_experts", x => x.contact_id);
                });

            migrationBuilder.CreateTable(
                name: "file_contents",
                schema: "experts",
                columns: table => new
                {
                    file_id = table.Column<Guid>(type: "uuid", nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_contents", x => x.file_id);
                });

            migrationBuilder.CreateTable(
                name: "shortlists",
                schema: "experts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: true),
                    is_closed = table.Column<bool>(type: "boolean", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shortlists", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "vocabulary",
                schema: "experts",
                columns: table => new
                {
                    word = table.Column<string>(type: "text", nullable: false),
                    stems = table.Column<string[]>(type: "text[]", nullable: false),
                    uses = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_vocabulary", x => x.word);
                });

            migrationBuilder.CreateTable(
                name: "assignments",
                schema: "experts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    feedback = table.Column<string>(type: "text", nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assignments_experts_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "experts",
                        principalTable: "experts",
                        principalColumn: "contact_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "files",
                schema: "experts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    content_type = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_files", x => x.id);
                    table.ForeignKey(
                        name: "fk_files_experts_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "experts",
                        principalTable: "experts",
                        principalColumn: "contact_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "shortlisted",
                schema: "experts",
                columns: table => new
                {
                    shortlist_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shortlisted", x => new { x.shortlist_id, x.contact_id });
                    table.ForeignKey(
                        name: "fk_shortlisted_experts_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "experts",
                        principalTable: "experts",
                        principalColumn: "contact_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_shortlisted_shortlists_shortlist_id",
                        column: x => x.shortlist_id,
                        principalSchema: "experts",
                        principalTable: "shortlists",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_account",
                schema: "experts",
                table: "assignments",
                column: "account_id",
                filter: "account_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_assignments_contact",
                schema: "experts",
                table: "assignments",
                columns: new[] { "contact_id", "starts_on" });

            migrationBuilder.CreateIndex(
                name: "ix_experts_fields",
                schema: "experts",
                table: "experts",
                column: "fields")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_experts_tags",
                schema: "experts",
                table: "experts",
                column: "tags")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_experts_updated_at",
                schema: "experts",
                table: "experts",
                columns: new[] { "updated_at", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_experts_words",
                schema: "experts",
                table: "experts",
                column: "words")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_files_contact",
                schema: "experts",
                table: "files",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_shortlisted_contact",
                schema: "experts",
                table: "shortlisted",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_shortlists_updated_at",
                schema: "experts",
                table: "shortlists",
                columns: new[] { "updated_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_vocabulary_stems",
                schema: "experts",
                table: "vocabulary",
                column: "stems")
                .Annotation("Npgsql:IndexMethod", "gin");

            migrationBuilder.CreateIndex(
                name: "ix_vocabulary_word",
                schema: "experts",
                table: "vocabulary",
                column: "word")
                .Annotation("Npgsql:IndexMethod", "gin")
                .Annotation("Npgsql:IndexOperators", new[] { "gin_trgm_ops" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assignments",
                schema: "experts");

            migrationBuilder.DropTable(
                name: "file_contents",
                schema: "experts");

            migrationBuilder.DropTable(
                name: "files",
                schema: "experts");

            migrationBuilder.DropTable(
                name: "shortlisted",
                schema: "experts");

            migrationBuilder.DropTable(
                name: "vocabulary",
                schema: "experts");

            migrationBuilder.DropTable(
                name: "experts",
                schema: "experts");

            migrationBuilder.DropTable(
                name: "shortlists",
                schema: "experts");
        }
    }
}
