using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Lifecycle;

/// <summary>What is wrong in a file, in English alone: this tool is for who works on the catalogues.</summary>
internal static class Trouble
{
    public static InputException In(string path, string problem) => new(path, LocalText.Of(problem));
}
