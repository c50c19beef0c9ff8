using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Karelia.Crm.Alumni.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "alumni");

            migrationBuilder.CreateTable(
                name: "alumni",
                schema: "alumni",
                columns: table => new
                {
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    former_last_name = table.Column<string>(type: "text", nullable: true),
                    date_of_birth = table.Column<DateOnly>(type: "date", nullable: true),
                    employer = table.Column<string>(type: "text", nullable: true),
                    task = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alumni", x => x.contact_id);
                });

            migrationBuilder.CreateTable(
                name: "cooperation_forms",
                schema: "alumni",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    fi = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperation_forms", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "mailable_person",
                schema: "alumni",
                columns: table => new
                {
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                });

            migrationBuilder.CreateTable(
                name: "degrees",
                schema: "alumni",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme = table.Column<string>(type: "text", nullable: true),
                    started_year = table.Column<int>(type: "integer", nullable: true),
                    title = table.Column<string>(type: "text", nullable: true),
                    graduated_year = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_degrees", x => x.id);
                    table.ForeignKey(
                        name: "fk_degrees_alumni_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "alumni",
                        principalTable: "alumni",
                        principalColumn: "contact_id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "interests",
                schema: "alumni",
                columns: table => new
                {
                    contact_id = table.Column<Guid>(type: "uuid", nullable: false),
                    form_code = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_interests", x => new { x.contact_id, x.form_code });
                    table.ForeignKey(
                        name: "fk_interests_alumni_contact_id",
                        column: x => x.contact_id,
                        principalSchema: "alumni",
                        principalTable: "alumni",
                        principalColumn: "contact_id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_interests_cooperation_forms_form_code",
                        column: x => x.form_code,
                        principalSchema: "alumni",
                        principalTable: "cooperation_forms",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.InsertData(
                schema: "alumni",
                table: "cooperation_forms",
                columns: new[] { "code", "en", "fi", "is_active", "position" },
                values: new object[,]
                {
                    { "alumni-event", "Alumni events", "Alumnitapahtumat", true, 9 },
                    { "further-education", "Further and continuing education", "Jatko- ja täydennyskoulutus", true, 7 },
                    { "guest-lecture", "Visit / sharing expertise on courses or lectures", "Vierailu/osaamisen jakaminen opintojaksoilla/luennoilla", true, 1 },
                    { "internship", "Offering an internship", "Harjoittelupaikan tarjoaminen", true, 3 },
                    { "introducer", "Introducing the trade", "Alan työelämään perehdyttäminen", true, 11 },
                    { "mentor", "Mentoring", "Mentorointi", true, 10 },
                    { "networking", "Networking with other alumni", "Verkostoituminen muiden alumnien kanssa", true, 6 },
                    { "other", "Other, what?", "Muu, mikä?", true, 12 },
                    { "other-competence", "Other competence development", "Muu osaamisen kehittäminen", true, 8 },
                    { "project-cooperation", "Project cooperation", "Hankeyhteistyö", true, 5 },
                    { "project-or-thesis-topic", "Offering project and/or thesis topics", "Projekti- ja/tai opinnäytetyöaiheiden tarjoaminen", true, 4 },
                    { "study-visit", "Study visits to my workplace", "Opintokäynnit omalla työpaikalla", true, 2 }
                });

            migrationBuilder.CreateIndex(
                name: "ix_alumni_updated_at",
                schema: "alumni",
                table: "alumni",
                columns: new[] { "updated_at", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_degrees_contact",
                schema: "alumni",
                table: "degrees",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_degrees_graduated_year",
                schema: "alumni",
                table: "degrees",
                columns: new[] { "graduated_year", "contact_id" });

            migrationBuilder.CreateIndex(
                name: "ix_degrees_programme",
                schema: "alumni",
                table: "degrees",
                column: "programme");

            migrationBuilder.CreateIndex(
                name: "ix_interests_form",
                schema: "alumni",
                table: "interests",
                columns: new[] { "form_code", "contact_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "degrees",
                schema: "alumni");

            migrationBuilder.DropTable(
                name: "interests",
                schema: "alumni");

            migrationBuilder.DropTable(
                name: "mailable_person",
                schema: "alumni");

            migrationBuilder.DropTable(
                name: "alumni",
                schema: "alumni");

            migrationBuilder.DropTable(
                name: "cooperation_forms",
                schema: "alumni");
        }
    }
}
