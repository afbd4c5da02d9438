using System;
using System.Globalization;
using System.IO;
using System.Runtime.InteropServices;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Benchmarks.Measuring;

/// <summary>What was measured: each figure a line on the console, and all of them in out/bench.json, beside those of other
/// benchmarks.</summary>
internal sealed class Figures
{
    private readonly JObject _values = new();

    public void Add(string name, double value)
    {
        var rounded = Math.Round(value, value < 100 ? 3 : 0);
        _values[name] = rounded;
        Console.WriteLine($"{name}: {rounded.ToString(CultureInfo.InvariantCulture)}");
    }

    public void Save()
    {
        var path = Path.Combine(Repository.Root, "out", "bench.json");
        var all = File.Exists(path) ? JObject.Parse(File.ReadAllText(path)) : new JObject();
        all["machine"] = new JObject
        {
            ["cores"] = Environment.ProcessorCount,
            ["runtime"] = RuntimeInformation.FrameworkDescription,
            ["system"] = RuntimeInformation.OSDescription,
            ["date"] = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        };
        all.Merge(_values);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, all + "\n");
    }
}
