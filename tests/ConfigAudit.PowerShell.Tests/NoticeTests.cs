using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Whoever's work is shipped is named.</summary>
public sealed class NoticeTests
{
    [Fact]
    public void Every_assembly_of_others_stands_in_the_notices()
    {
        var module = Path.GetDirectoryName(Script.Manifest)!;
        var notices = File.ReadAllText(Path.Combine(module, "THIRD-PARTY-NOTICES.txt"));
        var foreign = Directory
            .GetFiles(Path.Combine(module, "bin"), "*.dll", SearchOption.AllDirectories)
            .Select(path => Path.GetFileNameWithoutExtension(path)!)
            .Where(name => !name.StartsWith("ConfigAudit", StringComparison.Ordinal));
        Assert.All(foreign, name => Assert.Contains(name, notices, StringComparison.Ordinal));
    }
}
