namespace Karelia.Crm.Spreadsheets;

/// <summary>The rows of a table, forward only: one row in memory at a time. Rows without any value are passed over; <see cref="Line"/> tells where one stands.
/// A broken or hostile file may show itself at any row, as a <see cref="WorkbookProblem"/>: use what was read only after the last row.</summary>
public abstract class SheetReader : IDisposable
{
    readonly Limits _limits;
    Cell[] _row = new Cell[64];
    int _count, _rows;
    long _cells;
    bool _ahead;

    private protected SheetReader(Limits limits) => _limits = limits;

    /// <summary>The row's own number in the sheet, from 1; of a CSV file the record's number (a quoted line break does not count).</summary>
    public int Line { get; private protected set; }

    /// <summary>The cells up to the last one that holds something. Valid until the next <see cref="Read"/>.</summary>
    public ReadOnlySpan<Cell> Cells => _row.AsSpan(0, _count);

    /// <summary>How many cells there are, up to the last one that holds something.</summary>
    public int Count => _count;

    /// <summary>The cell in a column, from 0; empty past the end.</summary>
    public Cell this[int column] => column < _count ? _row[column] : Cell.Nothing;

    /// <summary>Moves to the next row that holds something; false at the end.</summary>
    public bool Read()
    {
        if (_ahead) return !(_ahead = false);
        try
        {
            do
            {
                _row.AsSpan(0, _count).Fill(Cell.Nothing);
                _count = 0;
                if (!ReadRow()) return false;
            } while (_count == 0);
        }
        catch (Exception e) when (WorkbookProblem.IsFault(e))
        {
            throw WorkbookProblem.IsBroken("it cannot be read to its end", e);
        }
        return ++_rows <= _limits.Rows ? true : throw WorkbookProblem.IsTooLarge($"more than {_limits.Rows} rows");
    }

    /// <summary>Closes the file, not the stream it was opened from.</summary>
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    internal SheetReader WithFirstRow()
    {
        if (!Read()) throw new WorkbookProblem(WorkbookProblem.Empty, "The first sheet of the workbook is empty.");
        _ahead = true;
        return this;
    }

    private protected abstract bool ReadRow();

    private protected abstract void Close();

    private protected void CountCell()
    {
        if (++_cells > _limits.Cells) throw WorkbookProblem.IsTooLarge($"more than {_limits.Cells} cells");
    }

    private protected void Set(int column, in Cell cell)
    {
        if (cell.Kind == CellKind.Empty) return;
        if (column >= _limits.Columns) throw WorkbookProblem.IsTooLarge($"more than {_limits.Columns} columns");
        if (cell.Text.Length > _limits.TextLength) throw WorkbookProblem.IsTooLarge($"more than {_limits.TextLength} characters in one cell, on row {Line}");
        if (column >= _row.Length) Array.Resize(ref _row, Math.Min(Math.Max(_row.Length * 2, column + 1), _limits.Columns));
        if (column >= _count)
        {
            _row.AsSpan(_count, column - _count).Fill(Cell.Nothing);
            _count = column + 1;
        }
        _row[column] = cell;
    }
}
