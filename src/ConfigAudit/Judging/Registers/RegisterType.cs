using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers;

/// <summary>A kind of register: its names, its columns, and the fact that a row becomes. New ones are found by being there.</summary>
internal abstract class RegisterType
{
    protected RegisterType(RegisterAttribute named, IReadOnlyList<RegisterColumn> columns) =>
        (Name, Japanese, IsLog, Columns) = (named.Name, named.Japanese, named.IsLog, columns);

    public static IReadOnlyList<RegisterType> All { get; } =
        TypeScan
            .Concrete<RegisterFact>(typeof(RegisterFact).Assembly)
            .Select(type =>
                (RegisterType)
                    Activator.CreateInstance(
                        typeof(RegisterType<>).MakeGenericType(type),
                        type.GetCustomAttribute<RegisterAttribute>(),
                        RegisterColumn.Of(type)
                    )
            )
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .ToArray();

    /// <summary>That of its file, and in a register in JSON.</summary>
    public string Name { get; }

    /// <summary>For Japanese readers; a file may have this name as well.</summary>
    public string Japanese { get; }

    /// <summary>Whether it may have no row.</summary>
    public bool IsLog { get; }

    public IReadOnlyList<RegisterColumn> Columns { get; }

    /// <summary>The kind whose name begins the file's: "Accounts.csv", "Accounts-2026.csv", "アカウント台帳.csv"; null for none.</summary>
    public static RegisterType? OfFile(string path)
    {
        // Some file systems take characters apart.
        var name = HostileText.Compatible(Path.GetFileNameWithoutExtension(path));
        return All.FirstOrDefault(type => IsNamed(name, type.Name) || IsNamed(name, type.Japanese));
    }

    public static RegisterType? Named(string name) =>
        All.FirstOrDefault(type => string.Equals(type.Name, name, StringComparison.OrdinalIgnoreCase) || type.Japanese == name);

    public abstract RegisterFact NewRow(string source);

    /// <summary>The rows of all files of this kind, as they are on that day, and what couldn't be read of them.</summary>
    public abstract FactSet Set(IEnumerable<RegisterFact> rows, IEnumerable<Gap> gaps, DateTime today);

    private static bool IsNamed(string file, string name) =>
        file.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (file.Length == name.Length || !char.IsLetter(file[name.Length]));
}

/// <inheritdoc/>
internal sealed class RegisterType<T> : RegisterType
    where T : RegisterFact, new()
{
    public RegisterType(RegisterAttribute named, IReadOnlyList<RegisterColumn> columns)
        : base(named, columns) { }

    public override RegisterFact NewRow(string source) => new T { Source = source };

    public override FactSet Set(IEnumerable<RegisterFact> rows, IEnumerable<Gap> gaps, DateTime today)
    {
        var set = new FactSetBuilder<T>();
        foreach (var row in rows.OfType<T>().Select(row => (T)row.On(today)))
        {
            set.Add(row);
            foreach (var gap in row.Unread.Concat(row.Unclear))
                set.Unread(row, gap);
        }

        foreach (var gap in gaps)
            set.MayLack(gap);
        return set.Build();
    }
}
