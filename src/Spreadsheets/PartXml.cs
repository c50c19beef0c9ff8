using System.Text;
using System.Xml;

namespace Karelia.Crm.Spreadsheets;

/// <summary>A part read node by node: no DTD, no entities, and nothing that a hostile part can make grow (text, attributes, names, depth).</summary>
internal sealed class PartXml : IDisposable
{
    const int DeepestNesting = 64, LongestValue = 1 << 18;
    readonly MeteredStream _stream;
    readonly StringBuilder _joined = new();

    public PartXml(Stream part, Action<int> inflated)
    {
        _stream = new MeteredStream(part, inflated);
        Names = new FewNames();
        Node = XmlReader.Create(_stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            NameTable = Names,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        });
    }

    public XmlReader Node { get; }

    public XmlNameTable Names { get; }

    public bool Read()
    {
        _stream.SinceLastNode = 0;
        return Node.Read() && (Node.Depth <= DeepestNesting ? true : throw WorkbookProblem.IsBroken("its elements are nested too deep"));
    }

    /// <summary>To the next element of this name, anywhere below; false at the end.</summary>
    public bool ReadTo(string name)
    {
        while (Read()) if (Node.NodeType == XmlNodeType.Element && Node.LocalName == name) return true;
        return false;
    }

    /// <summary>The text of the element the reader stands on, to its end tag.</summary>
    public string ReadText() => Node.IsEmptyElement ? "" : Join(Node.Depth, inRuns: false);

    /// <summary>The text of an element made of t and r/t: formatting goes, reading aids (rPh) too.</summary>
    public string ReadRichText() => Node.IsEmptyElement ? "" : Join(Node.Depth, inRuns: true);

    /// <summary>Past the end tag of the element the reader stands on.</summary>
    public void PassOver()
    {
        if (Node.IsEmptyElement) return;
        var depth = Node.Depth;
        while (Read()) if (Node.NodeType == XmlNodeType.EndElement && Node.Depth == depth) return;
    }

    public void Dispose()
    {
        Node.Dispose();
        _stream.Dispose();
    }

    string Join(int depth, bool inRuns)
    {
        var first = "";
        var isText = !inRuns;
        _joined.Clear();
        while (Read())
            switch (Node.NodeType)
            {
                case XmlNodeType.EndElement when Node.Depth == depth: return _joined.Length == 0 ? first : _joined.ToString();
                case XmlNodeType.EndElement: isText = !inRuns; break;
                case XmlNodeType.Element when !inRuns: throw WorkbookProblem.IsBroken("a value holds other elements");
                case XmlNodeType.Element when Node.LocalName == "rPh": PassOver(); break;
                case XmlNodeType.Element: isText = Node.LocalName == "t" && !Node.IsEmptyElement; break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace when isText:
                    if (first.Length == 0) first = Node.Value;
                    else (_joined.Length == 0 ? _joined.Append(first) : _joined).Append(Node.Value);
                    if (_joined.Length > LongestValue) throw WorkbookProblem.IsTooLarge($"a value of over {LongestValue} characters");
                    break;
            }
        throw WorkbookProblem.IsBroken("a value has no end");
    }

    /// <summary>Counts inflated bytes, in all and since the last node: one text, tag or comment never needs a megabyte.</summary>
    sealed class MeteredStream(Stream inner, Action<int> inflated) : Stream
    {
        public int SinceLastNode { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = inner.Read(buffer);
            inflated(read);
            return (SinceLastNode += read) <= 1 << 20 ? read : throw WorkbookProblem.IsTooLarge("a single value of over a megabyte");
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>A reader keeps every name it has seen; a workbook has some hundreds of them.</summary>
    sealed class FewNames : XmlNameTable
    {
        readonly NameTable _names = new();
        int _length;

        public override string Add(char[] array, int offset, int length) =>
            _names.Get(array, offset, length) ?? Count(_names.Add(array, offset, length), length);

        public override string Add(string array) => _names.Get(array) ?? Count(_names.Add(array), array.Length);

        public override string? Get(char[] array, int offset, int length) => _names.Get(array, offset, length);

        public override string? Get(string array) => _names.Get(array);

        string Count(string name, int length) =>
            (_length += length + 32) < 1 << 20 ? name : throw WorkbookProblem.IsBroken("it uses thousands of element names");
    }
}
