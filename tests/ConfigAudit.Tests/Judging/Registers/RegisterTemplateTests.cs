using System;
using System.IO;
using System.Linq;
using ConfigAudit.Judging.Registers;
using Xunit;

namespace ConfigAudit.Tests.Judging.Registers;

/// <summary>What the module gives to fill in is read back as it was given, in either language and either format.</summary>
public sealed class RegisterTemplateTests : IDisposable
{
    private readonly RegisterFolder _folder = new();

    public static TheoryData<string, string, bool> Templates()
    {
        var data = new TheoryData<string, string, bool>();
        foreach (var type in RegisterType.All)
        {
            foreach (var ending in new[] { "csv", "json" })
            {
                data.Add(type.Name, ending, true);
                data.Add(type.Name, ending, false);
            }
        }

        return data;
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void There_are_these_registers() =>
        Assert.Equal(
            new[] { "AccountUse", "Accounts", "Assets", "Contracts", "Discovered", "ExternalServices", "Flows", "Software", "Zones" },
            RegisterType.All.Select(type => type.Name)
        );

    [Theory]
    [MemberData(nameof(Templates))]
    public void The_example_is_a_row_without_a_problem(string name, string ending, bool isJapanese)
    {
        var file = Save(name, ending, isJapanese, hasExample: true);
        Assert.Empty(file.Problems);
        Assert.Equal(name, file.Type.Name);
        var row = Assert.Single(file.Rows);
        Assert.All(file.Type.Columns.Where(column => column.Example.Length > 0), column => Assert.NotEqual(string.Empty, column.Text(row)));
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Without_an_example_it_has_no_row_and_no_problem(string name, string ending, bool isJapanese)
    {
        var file = Save(name, ending, isJapanese, hasExample: false);
        Assert.Empty(file.Problems);
        Assert.Empty(file.Rows);
        Assert.Equal(name, file.Type.Name);
    }

    [Fact]
    public void Excel_knows_a_CSV_file_by_its_mark_and_JSON_has_none()
    {
        Save("Accounts", "csv", isJapanese: true, hasExample: false);
        Save("Accounts", "json", isJapanese: true, hasExample: false);
        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, File.ReadAllBytes(Path.Combine(_folder.Path, "Accounts.csv")).Take(3));
        Assert.Equal((byte)'{', File.ReadAllBytes(Path.Combine(_folder.Path, "Accounts.json"))[0]);
    }

    [Fact]
    public void Every_column_has_a_Japanese_name_and_every_register_a_key() =>
        Assert.All(
            RegisterType.All,
            type =>
            {
                Assert.Contains(type.Columns, column => column.IsKey);
                Assert.Equal(
                    type.Columns.Count * 2,
                    type.Columns.SelectMany(column => new[] { column.Name, column.Japanese })
                        .Distinct(StringComparer.OrdinalIgnoreCase)
                        .Count()
                );
            }
        );

    /// <summary>To renew the schemas: CONFIGAUDIT_WRITE_DOCS=1 dotnet test tests/ConfigAudit.Tests -f net10.0 --filter
    /// RegisterTemplate.</summary>
    [Fact]
    public void The_schemas_that_ship_are_those_of_the_columns()
    {
        var folder = Path.Combine(Machine.RepositoryRoot, "module", "registers");
        if (Environment.GetEnvironmentVariable("CONFIGAUDIT_WRITE_DOCS") == "1")
        {
            Directory.CreateDirectory(folder);
            foreach (var type in RegisterType.All)
                RegisterSchema.Save(type, Path.Combine(folder, RegisterSchema.FileName(type)));
        }

        Assert.Equal(
            RegisterType.All.Select(RegisterSchema.FileName),
            Directory.GetFiles(folder).Select(Path.GetFileName).OrderBy(name => name, StringComparer.Ordinal)
        );
        Assert.All(
            RegisterType.All,
            type =>
                Assert.Equal(
                    RegisterSchema.Text(type),
                    File.ReadAllText(Path.Combine(folder, RegisterSchema.FileName(type))).Replace("\r\n", "\n")
                )
        );
    }

    private RegisterFile Save(string name, string ending, bool isJapanese, bool hasExample)
    {
        var type = RegisterType.Named(name)!;
        var path = Path.Combine(_folder.Path, $"{(isJapanese && ending == "csv" && hasExample ? type.Japanese : name)}.{ending}");
        RegisterTemplate.Save(type, path, isJapanese, hasExample);
        return RegisterFile.Load(path);
    }
}
