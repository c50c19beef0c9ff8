using System.Linq.Expressions;

namespace Karelia.Crm.Kernel;

/// <summary>
/// What a module knows about people, why, and who may see it: its page in the record of processing (GDPR art. 30).
/// From it come the link to the person, the passive guard, notice, access, erasure and retention. A column that no page declares cannot be stored.
/// </summary>
public abstract class PersonalData
{
    private readonly List<Holding> holdings = [];

    /// <summary>The kinds of rows that the module keeps.</summary>
    public IReadOnlyList<Holding> Holdings => holdings;

    /// <summary>Rows about the person that <paramref name="person"/> names.</summary>
    protected Holding<T> Of<T>(Expression<Func<T, Guid>> person) where T : class => Add(new Holding<T>(Holding.NameOf(person)));

    /// <summary>Rows that may name a person, such as a staging row.</summary>
    protected Holding<T> Of<T>(Expression<Func<T, Guid?>> person) where T : class => Add(new Holding<T>(Holding.NameOf(person)));

    /// <summary>Rows that are about no person: code lists, counters, settings.</summary>
    protected Holding<T> Nobody<T>() where T : class => Add(new Holding<T>(null) { AboutNobody = true });

    /// <summary>Rows about people who are not linked by id: users, staged rows of a file.</summary>
    protected Holding<T> Unlinked<T>() where T : class => Add(new Holding<T>(null));

    private Holding<T> Add<T>(Holding<T> holding) where T : class
    {
        holdings.Add(holding);
        return holding;
    }
}

/// <summary>One kind of row about people.</summary>
public abstract class Holding(Type entity, string? person)
{
    /// <summary>The entity.</summary>
    public Type Entity { get; } = entity;

    /// <summary>The property that names the person; null when the rows are linked to none.</summary>
    public string? Person { get; } = person;

    /// <summary>True for code lists and the like, whose columns need no declaration.</summary>
    public bool AboutNobody { get; internal set; }

    /// <summary>True when the person's own table: the link is the key itself, and needs no foreign key.</summary>
    public bool IsPersonItself { get; private protected set; }

    /// <summary>Rows may be added though the person is passive: a passive person may still withdraw.</summary>
    public bool AllowedIfPassive { get; private protected set; }

    /// <summary>The rows are evidence: never repointed by a merge, never changed.</summary>
    public bool AppendOnly { get; private protected set; }

    /// <summary>A merge leaves the rows where they are, though they are no evidence: they are derived, or tell of this id alone.</summary>
    public bool StaysAtMerge { get; private protected set; }

    /// <summary>How a person's rows are found where no column links them: SQL over the row <c>t</c>; <c>$1</c> is the array of the person's ids.</summary>
    public string? Found { get; private protected set; }
    /// <summary>Which rows are about others or something else too, likewise: they stay, an empty link, and the person struck out of the texts. Null: none.</summary>
    public string? Shared { get; private protected set; }
    /// <summary>Texts that others wrote, in rows that stay: the person's names are struck out of them.</summary>
    public IReadOnlyList<string> Texts { get; private protected set; } = [];
    /// <summary>More rows that go with the person, though they are not the person's to see; <c>$2</c> is a pattern of addresses and numbers, <c>$3</c> the whole names in lower case.</summary>
    public string? ErasedWith { get; private protected set; }
    /// <summary>What a law obliges us to keep of the rows.</summary>
    public KeptByLaw? Kept { get; private protected set; }

    /// <summary>Purposes of processing, by code; their basis, retention and recipients are data.</summary>
    public IReadOnlyList<string> Purposes { get; private protected set; } = [];

    /// <summary>Groups of data subjects, by code.</summary>
    public IReadOnlyList<string> Subjects { get; private protected set; } = [];

    /// <summary>Where the data comes from, fi and en.</summary>
    public (string Fi, string En)? Source { get; private protected set; }

    /// <summary>Personal fields by property name.</summary>
    public IReadOnlyDictionary<string, PersonalField> Fields => personal;

    /// <summary>Properties that tell nothing of a person.</summary>
    public IReadOnlySet<string> Plain => notPersonal;

    private protected readonly Dictionary<string, PersonalField> personal = [];
    private protected readonly HashSet<string> notPersonal = [];

    internal static string NameOf(LambdaExpression property)
    {
        var body = property.Body is UnaryExpression convert ? convert.Operand : property.Body;
        return body is MethodCallExpression { Arguments: [_, ConstantExpression shadow] } ? (string)shadow.Value! : ((MemberExpression)body).Member.Name;
    }
}

/// <summary>A column that leads to a person. Its own: a person has one such row at most.</summary>
public sealed record PersonLink(Holding Holding, string Table, string Column, bool IsOwn)
{
    /// <summary>The links of all modules, in module order.</summary>
    public static IEnumerable<PersonLink> All(IEnumerable<ModuleDb> modules, IEnumerable<PersonalData> pages)
    {
        var holdings = pages.SelectMany(page => page.Holdings).Where(holding => holding is { Person: not null, IsPersonItself: false }).ToDictionary(holding => holding.Entity);
        foreach (var module in modules)
        {
            using var context = module.Create();
            foreach (var entity in context.Model.GetEntityTypes().Where(entity => holdings.ContainsKey(entity.ClrType)))
            {
                var (holding, key) = (holdings[entity.ClrType], entity.FindPrimaryKey()?.Properties);
                var person = entity.FindProperty(holding.Person!)!;
                yield return new(holding, $"{entity.GetSchema() ?? module.Schema}.{entity.GetTableName()}", person.GetColumnName(), key is [var only] && only == person);
            }
        }
    }
}

/// <summary>A personal field: its names for people, and the roles that alone may see it (empty: all who see the row).</summary>
public sealed record PersonalField(string Fi, string En, IReadOnlyList<string> OnlyFor);

/// <summary>A duty to keep: the law, until when (SQL over the row <c>t</c>: a date), the properties that stay while the others are emptied, and of which rows it is so.</summary>
public sealed record KeptByLaw(string Fi, string En, string Until, IReadOnlyList<string> Properties, string When);

/// <summary>One kind of row about people, being declared.</summary>
public sealed class Holding<T>(string? person) : Holding(typeof(T), person) where T : class
{
    public Holding<T> Itself() => Do(() => IsPersonItself = true);

    public Holding<T> Evidence(bool evenIfPassive = true) => Do(() => (AppendOnly, AllowedIfPassive) = (true, evenIfPassive));

    public Holding<T> Stays() => Do(() => StaysAtMerge = true);

    public Holding<T> EvenIfPassive() => Do(() => AllowedIfPassive = true);

    public Holding<T> FoundBy(string sql, string? shared = null, params Expression<Func<T, object?>>[] texts) => Do(() => (Found, Shared, Texts) = (sql, shared, [.. texts.Select(NameOf)]));
    public Holding<T> Outlives(params Expression<Func<T, object?>>[] texts) => Do(() => (Shared, Texts) = ("true", [.. texts.Select(NameOf)]));
    public Holding<T> ErasesAlso(string sql) => Do(() => ErasedWith = sql);
    public Holding<T> Keeps(string lawFi, string lawEn, string until, string when, params Expression<Func<T, object?>>[] properties) =>
        Do(() => Kept = new(lawFi, lawEn, until, [.. properties.Select(NameOf)], when));

    public Holding<T> For(params string[] purposes) => Do(() => Purposes = purposes);

    public Holding<T> About(params string[] subjects) => Do(() => Subjects = subjects);

    public Holding<T> From(string fi, string en) => Do(() => Source = (fi, en));

    public Holding<T> Field(Expression<Func<T, object?>> property, string fi, string en, string[]? onlyFor = null) =>
        Do(() => personal.Add(NameOf(property), new(fi, en, onlyFor ?? [])));

    public Holding<T> NotPersonal(params Expression<Func<T, object?>>[] properties) => Do(() => notPersonal.UnionWith(properties.Select(NameOf)));

    private Holding<T> Do(Action declare)
    {
        declare();
        return this;
    }
}

/// <summary>Codes of the purposes of processing; what they rest on is versioned data.</summary>
public static class Purposes
{
    public const string CustomerCare = "customer-care";
    public const string Partnership = "partnership";
    public const string InternshipAndThesis = "internship-thesis";
    public const string Rdi = "rdi";
    public const string Alumni = "alumni";
    public const string ExpertPool = "expert-pool";
    public const string Communication = "communication";
    public const string Participation = "participation";
    public const string Accountability = "accountability";
    public const string UserAdministration = "user-administration";
}

/// <summary>Codes of the nine groups of data subjects (seed, section 7).</summary>
public static class DataSubjects
{
    public const string Customers = "customer-contacts";
    public const string Partners = "partner-contacts";
    public const string InternshipAndThesis = "internship-and-thesis-contacts";
    public const string Rdi = "rdi-contacts";
    public const string Participants = "participants";
    public const string Alumni = "alumni";
    public const string Experts = "experts";
    public const string Users = "users";
    public const string RdiParticipants = "rdi-participants";

    /// <summary>All who may be in the register of people.</summary>
    public static readonly string[] Everybody = [Customers, Partners, InternshipAndThesis, Rdi, Participants, Alumni, Experts, RdiParticipants];
}
