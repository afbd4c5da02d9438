using System;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers;

/// <summary>What a file is, by its ending, and which register, by its own word or its name.</summary>
internal static class RegisterRecognition
{
    /// <param name="path">The file.</param>
    /// <param name="name">Which register it is; null to tell by the file.</param>
    /// <exception cref="InputException">The file can't be opened, or isn't a register.</exception>
    public static RegisterType TypeOf(string path, string? name)
    {
        if (IsWorkbook(path))
        {
            throw new InputException(
                path,
                new LocalText(
                    "ブックは読み取りません。各シートをExcelで「CSV UTF-8」として、台帳の名前で保存してください",
                    "it is a workbook, which isn't read: save each of its sheets in Excel as \"CSV UTF-8\", under the register's name"
                )
            );
        }

        var type =
            IsJson(path) ? Named(RegisterJson.Register(path))
            : name is not null ? RegisterType.Named(name)
            : RegisterType.OfFile(path);
        if (type is null)
        {
            throw new InputException(
                path,
                new LocalText(
                    $"どの台帳かが名前から分かりません。名前の先頭を次のいずれかにしてください: {string.Join("、", RegisterType.All.Select(each => $"{each.Japanese}（{each.Name}）"))}",
                    $"which register it is can't be told from its name; its name begins with one of: {string.Join(", ", RegisterType.All.Select(each => $"{each.Name} ({each.Japanese})"))}"
                )
            );
        }

        return type;
    }

    /// <summary>Which register a file is that can't be used, as far as it tells; null where nobody knows.</summary>
    public static RegisterType? Told(string path)
    {
        try
        {
            // The file's own word goes before its name's.
            return IsJson(path) ? Named(RegisterJson.Register(path)) : RegisterType.OfFile(path);
        }
        catch (InputException)
        {
            return RegisterType.OfFile(path);
        }
    }

    /// <summary>Those of a folder, and files named themselves.</summary>
    public static bool IsRegister(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".CSV" or ".JSON"
        && !path.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase)
        && File.Exists(path);

    /// <summary>What Excel and its like keep their sheets in. ~$… is what Excel leaves beside a book that is open.</summary>
    public static bool IsWorkbook(string path) =>
        Path.GetExtension(path).ToUpperInvariant() is ".XLSX" or ".XLSM" or ".XLSB" or ".XLS" or ".ODS"
        && !Path.GetFileName(path).StartsWith("~$", StringComparison.Ordinal);

    public static bool IsJson(string path) => string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase);

    private static RegisterType Named(JsonNode register) =>
        RegisterType.Named(register.Text())
        ?? throw register.Error(
            new LocalText(
                $"'{register.Text()}' という台帳はありません。あるのは {string.Join("、", RegisterType.All.Select(each => each.Japanese))} です",
                $"there is no register '{register.Text()}'; there are: {string.Join(", ", RegisterType.All.Select(each => each.Name))}"
            )
        );
}
