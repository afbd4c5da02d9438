using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Judging.Registers;

namespace ConfigAudit.Tests.Judging.Registers;

/// <summary>Registers of a made-up organisation, in files that go with the test.</summary>
internal sealed class RegisterFolder : IDisposable
{
    public static readonly DateTimeOffset Today = new(2026, 11, 24, 9, 0, 0, TimeSpan.FromHours(9));

    private readonly TemporaryFolder _folder = new();
    private readonly List<InputException> _problems = new();

    /// <summary>What was wrong with the files, as it is told: "Accounts.csv(3): …".</summary>
    public IEnumerable<string> Problems => _problems.Select(Tell);

    public string Path => _folder.Path;

    public static string Tell(InputException problem) =>
        $"{System.IO.Path.GetFileName(problem.Path)}{(problem.Line > 0 ? $"({problem.Line})" : null)}: {problem.Problem}";

    /// <summary>Registers from texts, by their files' names.</summary>
    public static RegisterSet Set(params string[] namesAndTexts)
    {
        using var folder = new RegisterFolder();
        for (var i = 0; i < namesAndTexts.Length; i += 2)
            folder.File(namesAndTexts[i], namesAndTexts[i + 1]);
        var set = folder.Load();
        Xunit.Assert.Empty(folder.Problems);
        return set;
    }

    public string File(string name, string text) => _folder.File(name, text);

    public string File(string name, params byte[][] parts)
    {
        System.IO.File.WriteAllBytes(_folder[name], parts.SelectMany(part => part).ToArray());
        return _folder[name];
    }

    public static byte[] Ascii(string text) => Encoding.ASCII.GetBytes(text);

    public RegisterSet Load(DateTimeOffset? now = null) => RegisterSet.Load(new[] { _folder.Path }, _problems.Add, now ?? Today);

    public void Dispose() => _folder.Dispose();
}
