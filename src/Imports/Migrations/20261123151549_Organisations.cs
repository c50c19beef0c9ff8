using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Imports.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Organisations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "contact_id",
                schema: "imports",
                table: "written_rows",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "account_act",
                schema: "imports",
                table: "written_rows",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                schema: "imports",
                table: "written_rows",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                schema: "imports",
                table: "rows",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "report",
                schema: "imports",
                table: "imports",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "contact_id",
                schema: "imports",
                table: "changes",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "account_id",
                schema: "imports",
                table: "changes",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "ix_written_rows_account",
                schema: "imports",
                table: "written_rows",
                column: "account_id",
                filter: "account_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_written_rows_account",
                schema: "imports",
                table: "written_rows");

            migrationBuilder.DropColumn(
                name: "account_act",
                schema: "imports",
                table: "written_rows");

            migrationBuilder.DropColumn(
                name: "account_id",
                schema: "imports",
                table: "written_rows");

            migrationBuilder.DropColumn(
                name: "account_id",
                schema: "imports",
                table: "rows");

            migrationBuilder.DropColumn(
                name: "report",
                schema: "imports",
                table: "imports");

            migrationBuilder.DropColumn(
                name: "account_id",
                schema: "imports",
                table: "changes");

            migrationBuilder.AlterColumn<Guid>(
                name: "contact_id",
                schema: "imports",
                table: "written_rows",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "contact_id",
                schema: "imports",
                table: "changes",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
