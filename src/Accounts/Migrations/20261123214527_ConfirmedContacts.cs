using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Accounts.Migrations
{
    /// <inheritdoc />
    internal sealed partial class ConfirmedContacts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "confirmed_at",
                schema: "accounts",
                table: "contacts",
                type: "timestamp with time zone",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "confirmed_at",
                schema: "accounts",
                table: "contacts");
        }
    }
}
