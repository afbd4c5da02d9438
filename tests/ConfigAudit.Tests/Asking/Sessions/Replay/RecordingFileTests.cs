using System;
using System.Diagnostics;
using System.IO;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Base.Files;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.Replay;

/// <summary>A recording that can't be used gives one error with file and place, at once.</summary>
public sealed class RecordingFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", 0, "empty")]
    [InlineData("   \n", 0, "empty")]
    [InlineData("[]", 1, "StartObject is wanted")]
    [InlineData("{", 1, "")]
    [InlineData("{ \"instances\": {\n \"root/cimv2\": {", 2, "")]
    [InlineData("{ \"name\": \"x\" }", 1, "not a recording")]
    [InlineData("{ \"format\": \"ConfigAudit.Recording/2\", \"instances\": {} }", 1, "this version reads ConfigAudit.Recording/1")]
    [InlineData("{ \"instances\": {},\n \"instances\": {} }", 2, "instances")]
    [InlineData("{ \"instances\": { \"root/cimv2\": { \"C\": [] },\n \"ROOT\\\\CIMV2\": { \"c\": [] } } }", 2, "twice")]
    [InlineData("{ \"instances\": { \"root/cimv2\": [] } }", 1, "object is wanted")]
    [InlineData("{ \"instances\": {},\n \"recordedAt\": \"yesterday\" }", 2, "no moment")]
    [InlineData("{ \"instances\": {},\n \"failures\": { \"*\": \"tired\" } }", 2, "denied, timeout or unreachable")]
    [InlineData("{ \"instances\": {} } trailing", 1, "")]
    public void A_bad_file_is_named_with_the_line(string text, int line, string problem)
    {
        var path = _folder.File("bad.json", text);
        var error = Assert.Throws<InputException>(() => RecordingFile.Load(path));
        Assert.Equal(path, error.Path);
        Assert.Contains(path, error.Message);
        Assert.Contains(problem, error.Message);
        if (line > 0)
            Assert.Equal(line, error.Line);
    }

    [Fact]
    public void Nesting_without_end_is_cut_off()
    {
        var path = _folder.File("deep.json", "{ \"instances\": " + new string('[', 100_000));
        Assert.Contains("deep.json", Assert.Throws<InputException>(() => RecordingFile.Load(path)).Message);
    }

    [Fact]
    public void A_hundred_megabytes_are_refused_before_they_are_read()
    {
        var path = _folder["huge.json"];
        using (var file = File.Create(path))
            file.SetLength(100 * 1024 * 1024);
        var watch = Stopwatch.StartNew();
        Assert.Contains("100 MB", Assert.Throws<InputException>(() => RecordingFile.Load(path)).Message);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void A_missing_file_is_named() =>
        Assert.Contains("nowhere.json", Assert.Throws<InputException>(() => RecordingFile.Load(_folder["nowhere.json"])).Message);
}
