using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Consent.Migrations
{
    /// <inheritdoc />
    internal sealed partial class LinksBySet : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_disclosed_contacts_disclosures_disclosure_id",
                schema: "consent",
                table: "disclosed_contacts");

            migrationBuilder.DropForeignKey(
                name: "fk_events_texts_text_id",
                schema: "consent",
                table: "events");

            // The migrator made the keys to the person, and dropped the index, by SQL of its own.
            migrationBuilder.Sql("""
                drop function if exists accounts.refuse_passive() cascade;
                drop trigger if exists guard_passive on consent.disclosed_contacts;
                drop index if exists consent.ix_events_text_id;
                alter table consent.events drop constraint if exists fk_events_person;
                alter table consent.standings drop constraint if exists fk_standings_person;
                alter table consent.blocks drop constraint if exists fk_blocks_person;
                alter table consent.disclosed_contacts drop constraint if exists fk_disclosed_contacts_person;
                """);

            migrationBuilder.DropIndex(
                name: "ux_events_annuls",
                schema: "consent",
                table: "events");

            migrationBuilder.CreateIndex(
                name: "ux_events_annuls",
                schema: "consent",
                table: "events",
                column: "annuls",
                unique: true,
                filter: "annuls is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ux_events_annuls",
                schema: "consent",
                table: "events");

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

            migrationBuilder.AddForeignKey(
                name: "fk_disclosed_contacts_disclosures_disclosure_id",
                schema: "consent",
                table: "disclosed_contacts",
                column: "disclosure_id",
                principalSchema: "consent",
                principalTable: "disclosures",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);

            migrationBuilder.AddForeignKey(
                name: "fk_events_texts_text_id",
                schema: "consent",
                table: "events",
                column: "text_id",
                principalSchema: "consent",
                principalTable: "texts",
                principalColumn: "id");
        }
    }
}
