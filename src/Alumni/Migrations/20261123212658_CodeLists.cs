using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Karelia.Crm.Alumni.Migrations
{
    /// <inheritdoc />
    internal sealed partial class CodeLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // The forms are a list of codes now; a release begins with the same ones.
            migrationBuilder.Sql("""
                drop trigger if exists link_form_code_insert on alumni.interests;
                drop trigger if exists link_form_code_update on alumni.interests
                """);

            migrationBuilder.DropTable(
                name: "cooperation_forms",
                schema: "alumni");

            migrationBuilder.AddColumn<string>(
                name: "institution",
                schema: "alumni",
                table: "degrees",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "institution_code",
                schema: "alumni",
                table: "degrees",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "programme_code",
                schema: "alumni",
                table: "degrees",
                type: "text",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_degrees_programme_code",
                schema: "alumni",
                table: "degrees",
                columns: new[] { "programme_code", "graduated_year" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_degrees_programme_code",
                schema: "alumni",
                table: "degrees");

            migrationBuilder.DropColumn(
                name: "institution",
                schema: "alumni",
                table: "degrees");

            migrationBuilder.DropColumn(
                name: "institution_code",
                schema: "alumni",
                table: "degrees");

            migrationBuilder.DropColumn(
                name: "programme_code",
                schema: "alumni",
                table: "degrees");

            migrationBuilder.CreateTable(
                name: "cooperation_forms",
                schema: "alumni",
                columns: table => new
                {
                    code = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    fi = table.Column<string>(type: "text", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cooperation_forms", x => x.code);
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
        }
    }
}
