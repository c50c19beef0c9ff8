using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Alumni.Migrations
{
    /// <inheritdoc />
    internal sealed partial class RequestsAndMentoring : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alumni_requests",
                schema: "alumni",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_code = table.Column<string>(type: "text", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    course = table.Column<string>(type: "text", nullable: true),
                    organiser = table.Column<string>(type: "text", nullable: true),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_by = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alumni_requests", x => x.id);
                    table.ForeignKey(
                        name: "fk_alumni_requests_alumni_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "alumni",
                        principalTable: "alumni",
                        principalColumn: "contact_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "mentorings",
                schema: "alumni",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    topic = table.Column<string>(type: "text", nullable: false),
                    mentee = table.Column<string>(type: "text", nullable: true),
                    starts_on = table.Column<DateOnly>(type: "date", nullable: false),
                    ends_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<long>(type: "bigint", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mentorings", x => x.id);
                    table.ForeignKey(
                        name: "fk_mentorings_alumni_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "alumni",
                        principalTable: "alumni",
                        principalColumn: "contact_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "registrations",
                schema: "alumni",
                columns: table => new
                {
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_registrations", x => new { x.contact_id, x.channel });
                    table.ForeignKey(
                        name: "fk_registrations_alumni_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "alumni",
                        principalTable: "alumni",
                        principalColumn: "contact_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "settings",
                schema: "alumni",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    most_contacts = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_settings", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alumni_requests_asked_on",
                schema: "alumni",
                table: "alumni_requests",
                columns: new[] { "asked_on", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_alumni_requests_contact",
                schema: "alumni",
                table: "alumni_requests",
                columns: new[] { "contact_id", "asked_on" });

            migrationBuilder.CreateIndex(
                name: "ix_alumni_requests_held_on",
                schema: "alumni",
                table: "alumni_requests",
                columns: new[] { "held_on", "contact_id" },
                filter: "held_on is not null");

            migrationBuilder.CreateIndex(
                name: "ix_mentorings_contact",
                schema: "alumni",
                table: "mentorings",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_mentorings_starts_on",
                schema: "alumni",
                table: "mentorings",
                columns: new[] { "starts_on", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alumni_requests",
                schema: "alumni");

            migrationBuilder.DropTable(
                name: "mentorings",
                schema: "alumni");

            migrationBuilder.DropTable(
                name: "registrations",
                schema: "alumni");

            migrationBuilder.DropTable(
                name: "settings",
                schema: "alumni");
        }
    }
}
