using System;
using System.Globalization;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Schedules;

/// <summary>The name of a scheduled audit: of a file, a task and a unit at once, so that it has only what all of them take.</summary>
internal sealed class TaskName
{
    private const int MaxLength = 64;

    /// <summary>unit-def.h: UNIT_NAME_MAX, with room for the longest ending.</summary>
    private const int MaxUnitLength = 255 - 8;

    private static readonly string[] Devices = { "CON", "PRN", "AUX", "NUL", "COM", "LPT" };

    private readonly string _text;

    /// <exception cref="ScheduleException">It can't be one.</exception>
    public TaskName(string text)
    {
        if (
            text.Length is 0 or > MaxLength
            || !text.All(IsAllowed)
            || !char.IsLetterOrDigit(text[0])
            || text[text.Length - 1] is ' ' or '.'
            || IsDevice(text)
        )
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    $"'{Shown(text)}' はタスクの名前になりません。文字、数字、空白と、間に . _ - を使い、{MaxLength}文字以内にしてください",
                    $"'{Shown(text)}' can't name a task: letters, digits, spaces, and . _ - between them are wanted, at most {MaxLength}"
                )
            );
        }

        _text = text;
        if (Unit.Length > MaxUnitLength)
        {
            throw new ScheduleException(
                ScheduleProblem.Invalid,
                new LocalText(
                    $"'{text}' はsystemdのユニット名には長すぎます。短くするか、英数字の名前にしてください",
                    $"'{text}' is too long for the name of a systemd unit: name it shorter, or in Latin letters"
                )
            );
        }
    }

    /// <summary>The name of the units, without their endings. What systemd doesn't take is written as it writes it: <c>\x20</c>
    /// (systemd.unit(5), "String Escaping").</summary>
    public string Unit
    {
        get
        {
            var unit = new StringBuilder("configaudit-");
            foreach (var one in Encoding.UTF8.GetBytes(_text))
            {
                unit.Append(
                    one < 128 && (char.IsLetterOrDigit((char)one) || (char)one is '.' or '_' or '-')
                        ? ((char)one).ToString()
                        : "\\x" + one.ToString("x2", CultureInfo.InvariantCulture)
                );
            }

            return unit.ToString();
        }
    }

    public override string ToString() => _text;

    private static bool IsAllowed(char one) =>
        char.IsLetterOrDigit(one) || char.GetUnicodeCategory(one) is UnicodeCategory.NonSpacingMark || one is ' ' or '.' or '_' or '-';

    private static bool IsDevice(string text)
    {
        var stem = text.Split('.')[0].TrimEnd();
        return Devices.Any(device =>
            stem.Equals(device, StringComparison.OrdinalIgnoreCase)
            || (
                stem.Length == 4
                && char.IsDigit(stem[3])
                && device.Length == 3
                && stem.StartsWith(device, StringComparison.OrdinalIgnoreCase)
            )
        );
    }

    private static string Shown(string text) => new(text.Select(one => char.IsControl(one) ? ' ' : one).ToArray());
}
