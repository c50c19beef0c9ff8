using System.Reflection;
using System.Text.RegularExpressions;
using Karelia.Crm.Kernel;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Karelia.Crm.Tests.Rules;

/// <summary>The walls between modules and the habits within them. Each rule first proves that it matched something.</summary>
internal sealed partial class ArchitectureTests
{
    /// <summary>What each project may refer to. The compiler forbids cycles; this keeps siblings apart.</summary>
    private static readonly Dictionary<string, string[]> mayReferTo = new()
    {
        ["Kernel"] = [],
        ["Spreadsheets"] = [],
        ["Documents"] = [],
        ["Administration"] = ["Kernel"],
        ["Accounts"] = ["Administration", "Spreadsheets"],
        ["Consent"] = ["Accounts", "Documents", "Spreadsheets"],
        ["Alumni"] = ["Consent", "Spreadsheets"],
        ["Events"] = ["Consent", "Documents", "Spreadsheets"],
        ["ExpertPool"] = ["Consent", "Spreadsheets"],
        ["Imports"] = ["Kernel", "Spreadsheets"],
        ["Host"] = ["Kernel", "Spreadsheets", "Administration", "Accounts", "Consent", "Alumni", "Events", "ExpertPool", "Imports"],
    };

    private static readonly string[] bannedEndings = ["Command", "Query", "Dto", "Service", "Manager", "Helper", "Repository", "Util", "Utils"];

    private static IEnumerable<ModuleDb> Modules => Crm.Services.GetServices<ModuleDb>();

    private static IEnumerable<Assembly> Assemblies => Modules.Select(module => module.Assembly).Distinct();

    private static IEnumerable<Type> Messages => Assemblies.SelectMany(assembly => assembly.GetTypes()).Where(type => type.IsAssignableTo(typeof(IBaseRequest)) && type is { IsAbstract: false, IsGenericTypeDefinition: false });

    [Test]
    public void Projects_refer_only_downwards()
    {
        var projects = Repository.Files("src", ".csproj").ToList();
        Assert.That(projects.Select(path => Path.GetFileNameWithoutExtension(path)), Is.EquivalentTo(mayReferTo.Keys));
        foreach (var project in projects)
        {
            var refersTo = Regex.Matches(Repository.Text(project), "ProjectReference Include=\"[^\"]*/(\\w+)\\.csproj\"").Select(match => match.Groups[1].Value);
            Assert.That(refersTo, Is.SubsetOf(mayReferTo[Path.GetFileNameWithoutExtension(project)]), project);
        }
    }

    [Test]
    public void What_a_module_shows_stands_at_its_root()
    {
        var shown = Assemblies.Where(assembly => assembly != typeof(ModuleDb).Assembly).SelectMany(assembly => assembly.GetExportedTypes()).ToList();
        Assert.That(shown, Is.Not.Empty);
        Assert.That(shown.Where(type => type.Namespace != type.Assembly.GetName().Name).Select(type => type.FullName), Is.Empty);
    }

    [Test]
    public void Whatever_the_log_may_name_has_a_name_on_the_screen()
    {
        var named = Repository.Text("web-client/src/modules/admin/auditNames.ts");
        var changed = Modules.SelectMany(module =>
        {
            using var context = module.Create();
            return context.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null).Select(entity => entity.ShortName()).ToList();
        }).ToList();

        Assert.That(changed, Has.Member("Contact"));
        Assert.That(changed.Where(entity => !named.Contains($"\n  {char.ToLowerInvariant(entity[0])}{entity[1..]}: {{", StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public void A_module_stores_in_its_own_schema_only()
    {
        var stored = new List<string>();
        foreach (var module in Modules)
        {
            using var context = module.Create();
            foreach (var entity in context.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null))
            {
                stored.Add(entity.Name);
                Assert.That(entity.GetSchema(), Is.EqualTo(module.Schema), entity.Name);
            }
        }

        Assert.That(stored, Is.Not.Empty);
        Assert.That(Modules.Select(module => module.Schema), Is.Unique);
    }

    [Test]
    public void Every_message_says_who_may_send_it()
    {
        Assert.That(Messages.Count(), Is.GreaterThan(10));
        foreach (var message in Messages)
        {
            var roles = message.GetCustomAttribute<AllowAttribute>()?.Roles;
            Assert.That(roles, Is.Not.Null.And.Not.Empty, message.FullName);
            Assert.That(roles, Is.SubsetOf(Role.All.Append(Role.Anyone).Append(Role.Public)), message.FullName);
        }
    }

    [Test]
    public void Each_message_has_one_handler_in_the_file_of_its_name()
    {
        var handlers = Assemblies.SelectMany(assembly => assembly.GetTypes())
            .SelectMany(type => type.GetInterfaces().Where(made => made.IsGenericType && made.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)).Select(made => (Handler: type, Message: made.GetGenericArguments()[0])))
            .Where(pair => !pair.Handler.IsGenericTypeDefinition).ToList();
        Assert.That(handlers.Select(pair => pair.Message), Is.EquivalentTo(Messages));
        var files = Repository.Files("src", ".cs").Select(path => Path.GetFileNameWithoutExtension(path)).ToHashSet();
        foreach (var (handler, message) in handlers)
        {
            Assert.That(FileOf().Match(handler.Name).Groups[1].Value, Is.EqualTo(message.Name), handler.FullName);
            Assert.That(files, Does.Contain(message.Name));
        }
    }

    [Test]
    public void Names_say_what_a_thing_is_not_what_it_is_made_of()
    {
        var types = Assemblies.Append(typeof(Program).Assembly).SelectMany(assembly => assembly.GetTypes()).Where(type => type.Namespace?.StartsWith("Karelia.", StringComparison.Ordinal) == true).ToList();
        Assert.That(types, Is.Not.Empty);
        Assert.That(types.Where(type => bannedEndings.Any(ending => Plain(type).EndsWith(ending, StringComparison.Ordinal) && Plain(type) != ending)).Select(type => type.FullName).Except(["Karelia.Crm.Kernel.ICommand`1", "Karelia.Crm.Kernel.IQuery`1"]), Is.Empty);

        static string Plain(Type type) => type.Name.Split('`')[0];
    }

    [Test]
    public void Every_stored_column_is_declared() =>
        Assert.That(Migrator.UndeclaredColumns(Modules, Crm.Services.GetServices<PersonalData>()), Is.Empty);

    [Test]
    public void A_column_that_nobody_declared_is_found()
    {
        var options = new DbContextOptionsBuilder<PlantedDb>().UseNpgsql().Options;
        var planted = new ModuleDb(typeof(PlantedDb), "planted", () => new PlantedDb(options), typeof(PlantedDb).Assembly);

        Assert.That(Migrator.UndeclaredColumns([planted], Crm.Services.GetServices<PersonalData>()), Is.EqualTo(new[] { "Planted.ShoeSize" }));
    }

    [Test]
    public async Task Everything_a_module_keeps_about_people_lies_in_the_database_where_its_page_says()
    {
        await using var command = Crm.Database.CreateCommand("select table_schema || '.' || table_name from information_schema.tables where table_schema = any($1) and table_type = 'BASE TABLE'");
        command.Parameters.Add(new() { Value = Modules.Select(module => module.Schema).ToArray() });
        var tables = new List<string>();
        await using (var rows = await command.ExecuteReaderAsync())
            while (await rows.ReadAsync())
                tables.Add(rows.GetString(0));
        var mapped = Modules.SelectMany(module =>
        {
            using var context = module.Create();
            return context.Model.GetEntityTypes().Select(entity => $"{entity.GetSchema()}.{entity.GetTableName()}").Append($"{module.Schema}.migrations").ToList();
        });

        // Written by SQL alone; what they hold stands in docs/architecture.md.
        Assert.That(tables.Except(mapped), Is.SubsetOf(Repository.Text("docs/architecture.md").Split('`')));
    }

    [GeneratedRegex("^<(.+)>F[0-9A-F]+__")]
    private static partial Regex FileOf();

    private sealed class Planted
    {
        public Guid Id { get; init; }
        public int ShoeSize { get; init; }
    }

    private sealed class PlantedDb(DbContextOptions<PlantedDb> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Planted>().ToTable("planted", "planted");
    }
}
