using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Imports.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "imports");

            migrationBuilder.CreateTable(
                name: "changes",
                schema: "imports",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    table = table.Column<string>(type: "text", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    column = table.Column<string>(type: "text", nullable: true),
                    before = table.Column<string>(type: "text", nullable: true),
                    after = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_changes", x => new { x.import_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "form_mappings",
                schema: "imports",
                columns: table => new
                {
                    kind = table.Column<string>(type: "text", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: false),
                    mapping = table.Column<string>(type: "jsonb", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_form_mappings", x => new { x.kind, x.signature });
                });

            migrationBuilder.CreateTable(
                name: "imports",
                schema: "imports",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "text", nullable: true),
                    file_name = table.Column<string>(type: "text", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    headings = table.Column<string[]>(type: "text[]", nullable: false),
                    signature = table.Column<string>(type: "text", nullable: false),
                    mapping = table.Column<string>(type: "jsonb", nullable: false),
                    is_remembered = table.Column<bool>(type: "boolean", nullable: false),
                    counts = table.Column<string>(type: "jsonb", nullable: false),
                    sheet_rows = table.Column<int>(type: "integer", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    created_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    created_by = table.Column<string>(type: "text", nullable: false),
                    committed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    job_id = table.Column<Guid>(type: "uuid", nullable: true),
                    problems = table.Column<string>(type: "jsonb", nullable: true),
                    undo = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_imports", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rows",
                schema: "imports",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    cells = table.Column<string[]>(type: "text[]", nullable: false),
                    masked = table.Column<int[]>(type: "integer[]", nullable: false),
                    formulas = table.Column<int[]>(type: "integer[]", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    reasons = table.Column<string>(type: "jsonb", nullable: false),
                    notes = table.Column<string>(type: "jsonb", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: true),
                    candidates = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rows", x => new { x.import_id, x.row });
                });

            migrationBuilder.CreateTable(
                name: "written_rows",
                schema: "imports",
                columns: table => new
                {
                    import_id = table.Column<Guid>(type: "uuid", nullable: false),
                    row = table.Column<int>(type: "integer", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    act = table.Column<string>(type: "text", nullable: false),
                    likeness = table.Column<byte[]>(type: "bytea", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_written_rows", x => new { x.import_id, x.row });
                });

            migrationBuilder.CreateIndex(
                name: "ix_changes_contact",
                schema: "imports",
                table: "changes",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_imports_created_at",
                schema: "imports",
                table: "imports",
                columns: new[] { "created_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_rows_contact",
                schema: "imports",
                table: "rows",
                column: "contact_id",
                filter: "contact_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_written_rows_contact",
                schema: "imports",
                table: "written_rows",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_written_rows_likeness",
                schema: "imports",
                table: "written_rows",
                column: "likeness",
                filter: "likeness is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "changes",
                schema: "imports");

            migrationBuilder.DropTable(
                name: "form_mappings",
                schema: "imports");

            migrationBuilder.DropTable(
                name: "imports",
                schema: "imports");

            migrationBuilder.DropTable(
                name: "rows",
                schema: "imports");

            migrationBuilder.DropTable(
                name: "written_rows",
                schema: "imports");
        }
    }
}
