using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts.Targets;

/// <summary>A row of an inventory, as texts by column.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Fields">Empty ones are left out; the tags are separated by semicolons.</param>
internal sealed record InventoryRow(int Line, IReadOnlyDictionary<string, string> Fields)
{
    public const string NameColumn = "ComputerName";

    public static readonly string[] Columns =
    {
        NameColumn,
        "Address",
        "Port",
        "Protocol",
        "UseSsl",
        "Zone",
        "Role",
        "Model",
        "Tags",
        "Recording",
    };

    /// <summary>Other names of columns: of PowerShell, of a directory, of a target itself as Export-Csv writes it.</summary>
    private static readonly Dictionary<string, string[]> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        [NameColumn] = new[] { "DNSHostName", "CN", "MachineName", "Name" },
        ["Tags"] = new[] { "Tag" },
        ["Recording"] = new[] { nameof(Target.RecordingPath) },
    };

    /// <summary>What columns are called in Japanese, in whatever width and with spaces, as those of registers; the first is the usual
    /// name.</summary>
    private static readonly Dictionary<string, string[]> JapaneseNames = new(StringComparer.OrdinalIgnoreCase)
    {
        [NameColumn] = new[] { "ホスト名", "コンピュータ名", "コンピューター名", "端末名", "サーバ名", "サーバー名" },
        ["Address"] = new[] { "アドレス", "IPアドレス" },
        ["Port"] = new[] { "ポート", "ポート番号" },
        ["Protocol"] = new[] { "プロトコル" },
        ["UseSsl"] = new[] { "SSL", "SSLの使用", "TLS", "TLSの使用" },
        ["ImplicitTls"] = new[] { "接続時TLS", "暗黙のTLS" },
        ["Zone"] = new[] { "領域", "ゾーン" },
        ["Role"] = new[] { "役割" },
        ["Model"] = new[] { "モデル" },
        ["Tags"] = new[] { "タグ" },
        ["Recording"] = new[] { "記録", "記録ファイル" },
    };

    private static readonly char[] TagSeparators = { Target.TagSeparator[0] };

    /// <summary>
    /// What stands in a list and is read, whether or not anybody would write it there: the columns of a target that was exported are among
    /// it.
    /// </summary>
    public static IReadOnlyList<string> Readable { get; } =
        Columns.Concat(new[] { nameof(Target.RecordingPath), "Tag", nameof(Mistake) }).ToArray();

    /// <summary>What is wrong with the row as a whole; null for nothing.</summary>
    public LocalText? Mistake { get; init; }

    /// <summary>What a column may be called.</summary>
    public static IEnumerable<string> Called(string column) =>
        new[] { column }
            .Concat(OtherNames.TryGetValue(column, out var others) ? others : Array.Empty<string>())
            .Concat(JapaneseNames.TryGetValue(column, out var japanese) ? japanese : Array.Empty<string>());

    /// <summary>The headers, each by the column's own name where it stands there in Japanese and the list has no column of that name besides.</summary>
    public static string[] Translated(IReadOnlyList<string> headers, IReadOnlyList<string> known) =>
        headers
            .Select(header =>
                Japanese(header) is { } column
                && known.Contains(column, StringComparer.OrdinalIgnoreCase)
                && !headers.Contains(column, StringComparer.OrdinalIgnoreCase)
                    ? column
                    : header
            )
            .ToArray();

    /// <summary>The column that is called so in Japanese; null for none.</summary>
    public static string? Japanese(string header)
    {
        var plain = JapaneseNameAttribute.Plain(header);
        return JapaneseNames.FirstOrDefault(each => each.Value.Any(name => JapaneseNameAttribute.Plain(name) == plain)).Key;
    }

    /// <summary>The host that it declares. Whatever cell can't be what it is for, the host is there all the same, with what is
    /// wrong.</summary>
    /// <param name="folder">What recordings are named relative to; null to leave them as they are named.</param>
    /// <exception cref="FormatException">It names none.</exception>
    public Target ToTarget(string? folder)
    {
        var mistakes = new List<LocalText>();
        // A target that was exported has the text that whoever exported it read.
        if ((Mistake ?? (Field(nameof(Mistake)) is { } text ? LocalText.Of(text) : null)) is { } mistake)
            mistakes.Add(mistake);
        var target = new Target(Field(NameColumn) ?? throw Nameless())
        {
            Address = Field("Address"),
            Port = Cell("Port", mistakes, PortNumber),
            Protocol = Cell("Protocol", mistakes, Parsed<SessionProtocol>),
            UseSsl = Cell("UseSsl", mistakes, Flag),
            Zone = Cell("Zone", mistakes, Parsed<Zone>),
            Role = Cell("Role", mistakes, Parsed<HostRole>),
            Model = Cell("Model", mistakes, Parsed<NetworkModel>),
            Tags = Tags(mistakes),
            RecordingPath = Recording(folder, mistakes),
        };
        return mistakes.Count == 0 ? target : target with { MistakeTold = LocalText.Join(mistakes) };
    }

    /// <summary>Said of a row that names no host.</summary>
    public static WrittenException Nameless() =>
        new(
            new LocalText(
                "この行に ComputerName がありません。どのホストか分からないため使用せず、件数にも入りません。名前を記入するか、行を削除してください",
                "the row has no ComputerName: nobody knows which host it is, so it is left out, and isn't in the count. Write the name, or take the row out"
            )
        );

    /// <exception cref="FormatException">It is none.</exception>
    public static int PortNumber(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and < 65536
            ? port
            : throw new WrittenException(
                new LocalText(
                    $"'{text}' はポート番号ではありません（1～65535の数値が必要です）",
                    $"'{text}' is no port: a number from 1 to 65535 is wanted"
                )
            );

    /// <exception cref="FormatException">It is neither.</exception>
    public static bool Flag(string text) =>
        YesOrNo.Of(text)
        ?? throw new WrittenException(
            new LocalText($"'{text}' は true（はい）でも false（いいえ）でもありません", $"'{text}' is neither true nor false")
        );

    /// <summary>Null for an empty one.</summary>
    public string? Field(string column) =>
        Fields.TryGetValue(column, out var text) && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    /// <summary>The same, under whichever of its names the column stands there.</summary>
    private string? Meant(string column) => Called(column).Select(Field).FirstOrDefault(text => text is not null);

    /// <exception cref="FormatException">The field names no member.</exception>
    public E? Named<E>(string column)
        where E : struct, Enum => Field(column) is { } text ? Parsed<E>(text) : null;

    private static E Parsed<E>(string text)
        where E : struct, Enum =>
        JapaneseNameAttribute.Member(typeof(E), text) is E member
            ? member
            : throw new WrittenException(
                new LocalText(
                    $"'{text}' は {string.Join("、", JapaneseNameAttribute.Choices(typeof(E)))} のいずれでもありません",
                    $"'{text}' is not one of {string.Join(", ", JapaneseNameAttribute.Choices(typeof(E)))}"
                )
            );

    private V? Cell<V>(string column, List<LocalText> mistakes, Func<string, V> parse)
        where V : struct
    {
        try
        {
            return Field(column) is { } text ? parse(text) : null;
        }
        catch (FormatException bad)
        {
            var told = WrittenException.Of(bad);
            mistakes.Add(new LocalText($"{column}: {told.Ja.TrimEnd('。', '.')}", $"{column}: {told.En.TrimEnd('.')}"));
            return null;
        }
    }

    private string[] Tags(List<LocalText> mistakes)
    {
        var tags =
            Meant("Tags")?.Split(TagSeparators, StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Trim()).ToArray()
            ?? Array.Empty<string>();
        // The name of a type is what Export-Csv makes of an array: which tags stood there is lost.
        if (Array.Find(tags, tag => tag.StartsWith("System.", StringComparison.Ordinal) && tag.IndexOf('[') > 0) is not { } type)
            return tags;
        mistakes.Add(
            new LocalText(
                $"Tags: 一覧の出力時にタグが '{type}' になっています。タグを '{Target.TagSeparator}' で区切って書いてください",
                $"Tags: '{type}' stands where a list was exported: write the tags, separated by '{Target.TagSeparator}'"
            )
        );
        return Array.Empty<string>();
    }

    private string? Recording(string? folder, List<LocalText> mistakes)
    {
        try
        {
            return Meant("Recording") is { } recording
                ? folder is null
                    ? recording
                    : Path.Combine(folder, recording)
                : null;
        }
        catch (ArgumentException bad)
        {
            // .NET Framework refuses some characters.
            mistakes.Add(LocalText.Of("Recording: " + bad.Message));
            return null;
        }
    }
}
