using System;
using System.Management.Automation;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>What is said of files and folders that can't be read, written or told apart.</summary>
internal static partial class Records
{
    public static ErrorRecord NotWritten(Exception bad, string path) =>
        FilePlace.NoFile(path) is { } why ? Misplaced(path, why) : NotWrittenOtherwise(bad, path);

    /// <summary>What is said where a folder is and a file is wanted, or the other way round, or a file of another kind.</summary>
    public static ErrorRecord Misplaced(string path, LocalText why) =>
        new(
            new InvalidOperationException(Say($"{path}: {why.Ja}。", $"{path}: {why.En}.")),
            "ConfigAuditMisplaced",
            ErrorCategory.InvalidArgument,
            path
        );

    /// <summary>What is said of a file that a report would replace and that is none.</summary>
    public static ErrorRecord NoReport(string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} は既に存在し、報告書ではない別のファイルです。置き換えていません。別の名前にするか、置き換えてよければ -Force を付けてください。",
                    $"{path} exists already, and is no report but a file of another kind. It wasn't replaced: give another name, or -Force to replace it all the same."
                )
            ),
            "ConfigAuditAlreadyThere",
            ErrorCategory.ResourceExists,
            path
        );

    private static ErrorRecord NotWrittenOtherwise(Exception bad, string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} に書き込めませんでした: {Bare(bad)}。元のファイルは変わっていません。",
                    $"{path} could not be written: {Bare(bad)}. What stood there before is unchanged."
                ),
                bad
            ),
            "ConfigAuditNotWritten",
            ErrorCategory.WriteError,
            path
        );

    public static ErrorRecord NotRead(Exception bad, string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} を読み取れませんでした: {Bare(bad)}。ほかの処理は続行します。",
                    $"{path} could not be read: {Bare(bad)}. The others go on."
                ),
                bad
            ),
            "ConfigAuditNotRead",
            ErrorCategory.ReadError,
            path
        );

    public static ErrorRecord AlreadyThere(string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} は既に存在します。置き換えるには -NoClobber を外してください。",
                    $"{path} exists already. Leave out -NoClobber to replace it."
                )
            ),
            "ConfigAuditAlreadyThere",
            ErrorCategory.ResourceExists,
            path
        );

    public static ErrorRecord NotReplaced(string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} は既に存在し、記入済みかもしれません。別の名前にするか、-Force で置き換えてください。",
                    $"{path} exists already, and somebody may have filled it in. Give another name, or -Force to replace it."
                )
            ),
            "ConfigAuditAlreadyThere",
            ErrorCategory.ResourceExists,
            path
        );

    public static ErrorRecord WrittenTwice(string path, object snapshot) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} はこの実行で既に書き込まれています。同じホスト・同じ時点のスナップショットが2件あるため、こちらは書き込みません。",
                    $"{path} was written in this run already: two are of the same host and moment. This one is left out."
                )
            ),
            "ConfigAuditWrittenTwice",
            ErrorCategory.ResourceExists,
            snapshot
        );

    public static ErrorRecord UnknownFormat(string path) =>
        new(
            new ArgumentException(
                Say(
                    $"{path}: ファイル名から報告書の形式が分かりません。.html、.xlsx、.csv、.json、.xml（JUnit）、.sarif のいずれかで終わる名前にするか、-Format で指定してください。",
                    $"{path}: the format of the report can't be told from its name. Use a name that ends in .html, .xlsx, .csv, .json, .xml (JUnit) or .sarif, or say it with -Format."
                )
            ),
            "ConfigAuditUnknownFormat",
            ErrorCategory.InvalidArgument,
            path
        );

    /// <param name="path">What means nothing.</param>
    /// <param name="maker">The cmdlet that makes such files; null where none does.</param>
    public static ErrorRecord NotThere(string path, string? maker) =>
        new(
            new ArgumentException(
                Say(
                    $"{path} がありません。名前を確認してください。" + (maker is null ? string.Empty : $"{maker} で作成できます。"),
                    $"{path} isn't there: look at its name." + (maker is null ? string.Empty : $" {maker} makes one.")
                )
            ),
            "ConfigAuditNotThere",
            ErrorCategory.ObjectNotFound,
            path
        );

    public static ErrorRecord NoMatch(string path) =>
        new(
            new ItemNotFoundException(
                WildcardPattern.ContainsWildcardCharacters(path)
                    ? Say(
                        $"{path} に当てはまるファイルやフォルダがありません。名前を確認してください。[ ]、*、? を含む名前そのものを指すときは -LiteralPath を使うか、前に ` を付けてください。",
                        $"Nothing is there that {path} means. Look at its name; where [ ], * or ? are part of it, use -LiteralPath, or put a ` before each."
                    )
                    : Say($"{path} がありません。名前を確認してください。", $"{path} isn't there. Look at its name.")
            ),
            "ConfigAuditNothingFound",
            ErrorCategory.ObjectNotFound,
            path
        );

    public static ErrorRecord WrongExtension(string path, string format) =>
        new(
            new ArgumentException(
                Say(
                    $"{path}: {format} はブックです。.xlsx で終わる名前にしてください。",
                    $"{path}: {format} is a workbook. Use a name that ends in .xlsx."
                )
            ),
            "ConfigAuditUnknownFormat",
            ErrorCategory.InvalidArgument,
            path
        );

    public static ErrorRecord NothingFound(string path) =>
        new(
            new InvalidOperationException(Say($"{path} に .json のファイルがありません。", $"{path} holds no .json file.")),
            "ConfigAuditNothingFound",
            ErrorCategory.ObjectNotFound,
            path
        );
}
