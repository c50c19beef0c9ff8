using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Query;

namespace Karelia.Crm.Kernel;

/// <summary>The orders that a list can be had in, the usual one first. Each goes both ways and ends with the id, so that pages neither repeat nor skip.</summary>
public sealed class Sorts<TRow>(Expression<Func<TRow, Guid>> id)
{
    private readonly Dictionary<string, (LambdaExpression Key, Func<IQueryable<TRow>, bool, string?[]?, IQueryable<TRow>> From)> sorts = [];

    /// <summary>What <c>sort</c> may say.</summary>
    public IReadOnlyList<string> Names => [.. sorts.Keys.SelectMany(name => new[] { name, $"-{name}" })];

    /// <summary>By a key that is never null. Where rows are joined, <paramref name="last"/> is the id of the key's own table, so that one index serves both.</summary>
    public Sorts<TRow> By<TKey>(string name, Expression<Func<TRow, TKey>> by, Expression<Func<TRow, Guid>>? last = null) where TKey : IParsable<TKey>
    {
        var tie = last ?? id;
        sorts[name] = (by, From);
        return this;

        IQueryable<TRow> From(IQueryable<TRow> rows, bool descending, string?[]? cursor)
        {
            if (cursor is not null)
            {
                var (after, afterId) = (Cursor.Key<TKey>(cursor[0]), Cursor.Key<Guid>(cursor[1]));
                Expression<Func<TKey, Guid, bool>> beyond = descending
                    ? (key, id) => EF.Functions.LessThan(ValueTuple.Create(key, id), ValueTuple.Create(after, afterId))
                    : (key, id) => EF.Functions.GreaterThan(ValueTuple.Create(key, id), ValueTuple.Create(after, afterId));
                rows = rows.Where(Of<bool>(beyond, by, tie));
            }

            return descending ? rows.OrderByDescending(by).ThenByDescending(tie) : rows.OrderBy(by).ThenBy(tie);
        }
    }

    /// <summary>One page of the list.</summary>
    public async Task<Page<TItem>> Page<TItem>(IQueryable<TRow> rows, string? sort, int? limit, string? cursor, bool? count, Expression<Func<TRow, TItem>> item, CancellationToken ct)
    {
        var (key, from) = sorts[sort?.TrimStart('-') ?? sorts.Keys.First()];
        Expression<Func<object, Guid, TItem, Row<TItem>>> made = (key, id, item) => new Row<TItem>(key, id, item);
        var size = limit ?? Paging.Usual;
        var found = await from(rows, sort?[0] == '-', Cursor.Read(cursor, 2)).Take(size + 1).Select(Of<Row<TItem>>(made, key, id, item)).ToListAsync(ct);
        var page = Paging.Of(found, size, row => Cursor.After(Cursor.Text(row.Key), row.Id.ToString()));
        return new([.. page.Items.Select(row => row.Item)], page.NextCursor) { Total = count == true ? await rows.LongCountAsync(ct) : null };
    }

    /// <summary>A function of a row: <paramref name="made"/> of what the selectors take from it.</summary>
    private static Expression<Func<TRow, T>> Of<T>(LambdaExpression made, params LambdaExpression[] selectors)
    {
        var row = selectors[0].Parameters[0];
        var taken = selectors.Select((take, i) => Expression.Convert(ReplacingExpressionVisitor.Replace(take.Parameters[0], row, take.Body), made.Parameters[i].Type));
        return Expression.Lambda<Func<TRow, T>>(new ReplacingExpressionVisitor([.. made.Parameters], [.. taken]).Visit(made.Body), row);
    }

    private sealed record Row<TItem>(object Key, Guid Id, TItem Item);
}
