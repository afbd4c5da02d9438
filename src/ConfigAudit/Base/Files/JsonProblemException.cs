using ConfigAudit.Base.Values;
using Newtonsoft.Json;

namespace ConfigAudit.Base.Files;

/// <summary>What this module, and not the reader of JSON, finds wrong at a place.</summary>
internal sealed class JsonProblemException : JsonReaderException
{
    public JsonProblemException(LocalText problem, string path, int line, int column)
        : base(problem.ToString(), path, line, column, null) => Problem = problem;

    public LocalText Problem { get; }
}
