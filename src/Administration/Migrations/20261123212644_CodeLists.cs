using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Karelia.Crm.Administration.Migrations
{
    /// <inheritdoc />
    internal sealed partial class CodeLists : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // In generated columns, so they are immutable: letters of all languages, whatever the database's own order.
            migrationBuilder.Sql("""
                create function administration.code_key(text) returns text language sql immutable strict parallel safe
                as $$ select lower(regexp_replace($1 collate "und-x-icu", '[^[:alnum:]]+', '', 'g')) $$;
                create function administration.code_keys(p_code text, p_fi text, p_en text, p_aliases text[]) returns text[] language plpgsql immutable parallel safe
                as $$ begin return array(select distinct administration.code_key(n) from unnest(array[p_code, p_fi, p_en] || p_aliases) n order by 1); end $$;
                """);

            migrationBuilder.CreateTable(
                name: "codes",
                schema: "administration",
                columns: table => new
                {
                    list = table.Column<string>(type: "text", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    fi = table.Column<string>(type: "text", nullable: false),
                    en = table.Column<string>(type: "text", nullable: false),
                    aliases = table.Column<string[]>(type: "text[]", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    is_retired = table.Column<bool>(type: "boolean", nullable: false),
                    keys = table.Column<string[]>(type: "text[]", nullable: false, computedColumnSql: "administration.code_keys(code, fi, en, aliases)", stored: true),
                    version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_codes", x => new { x.list, x.code });
                });

            migrationBuilder.CreateIndex(
                name: "ix_codes_keys",
                schema: "administration",
                table: "codes",
                column: "keys")
                .Annotation("Npgsql:IndexMethod", "gin");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "codes",
                schema: "administration");

            migrationBuilder.Sql("drop function administration.code_keys, administration.code_key");
        }
    }
}
