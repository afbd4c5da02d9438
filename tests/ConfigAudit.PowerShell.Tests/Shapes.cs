using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>
/// What becomes of an object on its way through other commands, made as those make it: the engine alone has neither Select-Object nor
/// Export-Csv. The commands themselves
/// are asked by the tests in tests/Module.
/// </summary>
internal static class Shapes
{
    /// <summary>Those after which everything is still there.</summary>
    public static readonly string[] Whole = { "as it is", "Select-Object *", "JSON", "JSON of Windows PowerShell", "CLIXML", "CSV" };

    /// <summary>Those after which something isn't.</summary>
    public static readonly string[] Partial =
    {
        "Select-Object few",
        "Select-Object few, JSON",
        "Select-Object few, CLIXML",
        "Select-Object few, CSV",
        "no Outcome",
        "an empty Outcome",
        "a number",
        "a number in JSON",
        "an outcome of another version",
        "two outcomes",
    };

    public static PSObject Of(PSObject item, string shape) =>
        shape switch
        {
            "as it is" => item,
            "Select-Object *" => Bag(Values(item), "Selected." + item.TypeNames[0]),
            "CLIXML" => Clixml(item),
            "JSON" => Bag(Values(item).Select(Json)),
            "JSON of Windows PowerShell" => Bag(Values(item).Select(JsonOfWindows)),
            "CSV" => Csv(item),
            "Select-Object few" => Few(item),
            "Select-Object few, JSON" => Bag(Values(Few(item)).Select(Json)),
            "Select-Object few, CLIXML" => Clixml(Few(item)),
            "Select-Object few, CSV" => Csv(Few(item)),
            "no Outcome" => Bag(Values(item).Where(value => value.Name != "Outcome")),
            "an empty Outcome" => With(Csv(item), string.Empty),
            "a number" => With(Bag(Values(item)), 1),
            "a number in JSON" => With(Bag(Values(item).Select(Json)), 1L),
            "an outcome of another version" => With(Csv(item), "Passed"),
            "two outcomes" => With(Csv(item), "Pass, Fail"),
            _ => throw new ArgumentOutOfRangeException(nameof(shape), shape, null),
        };

    private static PSObject Few(PSObject item) => Bag(Values(item).Where(value => value.Name is "ComputerName" or "CheckId" or "Title"));

    private static PSObject Csv(PSObject item) =>
        Bag(Values(item).Select(value => (value.Name, (object?)(value.Value?.ToString() ?? string.Empty))));

    private static PSObject Clixml(PSObject item) => (PSObject)PSSerializer.DeserializeAsList(PSSerializer.Serialize(item, 2)).Single();

    private static PSObject With(PSObject bag, object outcome)
    {
        bag.Properties["Outcome"].Value = outcome;
        return bag;
    }

    private static (string Name, object? Value) Json((string Name, object? Value) value) =>
        (
            value.Name,
            value.Value switch
            {
                // Of 64 bits alone are written by name.
                Enum member => Enum.GetUnderlyingType(member.GetType()) == typeof(long)
                    ? member.ToString()
                    : Convert.ToInt64(member, CultureInfo.InvariantCulture),
                DateTimeOffset moment => moment.LocalDateTime,
                var other => other,
            }
        );

    private static (string Name, object? Value) JsonOfWindows((string Name, object? Value) value) =>
        value.Value is DateTimeOffset moment
            ? (value.Name, Bag(new (string, object?)[] { ("UtcTicks", moment.UtcTicks), ("Ticks", moment.Ticks) }))
            : Json(value);

    private static (string Name, object? Value)[] Values(PSObject item) =>
        item.Properties.Select(property => (property.Name, (object?)property.Value)).ToArray();

    private static PSObject Bag(IEnumerable<(string Name, object? Value)> values, string? type = null)
    {
        var bag = new PSObject();
        if (type is not null)
            bag.TypeNames.Insert(0, type);
        foreach (var (name, value) in values)
            bag.Properties.Add(new PSNoteProperty(name, value));
        return bag;
    }
}
