using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Consent.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ListPlans : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_events_unproven",
                schema: "consent",
                table: "events",
                column: "contact_id",
                filter: "text_id is null and file_name is null and file_sha256 is null and import_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_blocks_contact",
                schema: "consent",
                table: "blocks",
                column: "contact_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_events_unproven",
                schema: "consent",
                table: "events");

            migrationBuilder.DropIndex(
                name: "ix_blocks_contact",
                schema: "consent",
                table: "blocks");
        }
    }
}
