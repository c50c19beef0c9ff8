using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Consent.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Retention : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropPrimaryKey(
                name: "pk_retention_items",
                schema: "consent",
                table: "retention_items");

            migrationBuilder.AlterColumn<Guid>(
                name: "contact_id",
                schema: "consent",
                table: "retention_items",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "id",
                schema: "consent",
                table: "retention_items",
                type: "uuid",
                nullable: false,
                defaultValueSql: "uuidv7()");

            migrationBuilder.AddColumn<Guid>(
                name: "user_id",
                schema: "consent",
                table: "retention_items",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_retention_items",
                schema: "consent",
                table: "retention_items",
                column: "id");

            migrationBuilder.CreateTable(
                name: "retention_reminder",
                schema: "consent",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    sent_on = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_retention_reminder", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_retention_items_run",
                schema: "consent",
                table: "retention_items",
                columns: new[] { "run_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "retention_reminder",
                schema: "consent");

            migrationBuilder.DropPrimaryKey(
                name: "pk_retention_items",
                schema: "consent",
                table: "retention_items");

            migrationBuilder.DropIndex(
                name: "ix_retention_items_run",
                schema: "consent",
                table: "retention_items");

            migrationBuilder.DropColumn(
                name: "id",
                schema: "consent",
                table: "retention_items");

            migrationBuilder.DropColumn(
                name: "user_id",
                schema: "consent",
                table: "retention_items");

            migrationBuilder.AlterColumn<Guid>(
                name: "contact_id",
                schema: "consent",
                table: "retention_items",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddPrimaryKey(
                name: "pk_retention_items",
                schema: "consent",
                table: "retention_items",
                columns: new[] { "run_id", "contact_id", "category" });
        }
    }
}
