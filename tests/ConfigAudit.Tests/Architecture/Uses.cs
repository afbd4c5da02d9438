using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace ConfigAudit.Tests.Architecture;

/// <summary>Which type of an assembly uses which other of the same, as compiled. A constant leaves no trace: the compiler puts its value
/// in.</summary>
internal static class Uses
{
    public static IReadOnlyList<Use> Of(string assembly)
    {
        using var read = AssemblyDefinition.ReadAssembly(assembly);
        return read.MainModule.Types.SelectMany(type => Type(type, type)).Distinct().ToArray();
    }

    private static IEnumerable<Use> Type(TypeDefinition outer, TypeDefinition type)
    {
        var uses = From(type, type.BaseType, type.Interfaces.Select(one => one.InterfaceType), Attributes(type))
            .Select(used => (Member: Named(type, outer), used))
            .Concat(
                type.Fields.SelectMany(field =>
                    From(type, field.FieldType, [], Attributes(field)).Select(used => (Written(field, type), used))
                )
            )
            .Concat(type.Properties.SelectMany(one => Attributes(one).SelectMany(Parts).Select(used => (Written(one, type), used))))
            .Concat(type.Methods.SelectMany(method => Method(method).SelectMany(Parts).Select(used => (Written(method, type), used))));
        foreach (var (member, used) in uses)
        {
            var top = Top(used);
            if (top.Scope == outer.Module && top.FullName != outer.FullName && !IsMadeByCompiler(top))
                yield return new Use(outer.FullName, member, top.FullName);
        }
        foreach (var use in type.NestedTypes.SelectMany(nested => Type(outer, nested)))
            yield return use;
    }

    private static string Named(TypeDefinition type, TypeDefinition outer) => type == outer ? "(declaration)" : type.Name;

    /// <summary>What stands in the source: &lt;ReadAsync&gt;d__4.MoveNext is ReadAsync.</summary>
    private static string Written(MemberReference member, TypeDefinition type)
    {
        var name = type.Name.IndexOf('>') is > 1 and var of && type.Name[0] == '<' ? type.Name.Substring(1, of - 1) : member.Name;
        return name.IndexOf('>') is > 1 and var end && name[0] == '<' ? name.Substring(1, end - 1) : name;
    }

    private static bool IsMadeByCompiler(TypeReference type) =>
        type.Namespace.Length == 0 || !type.Namespace.StartsWith("ConfigAudit", System.StringComparison.Ordinal);

    private static IEnumerable<TypeReference> From(
        TypeDefinition type,
        TypeReference? first,
        IEnumerable<TypeReference> more,
        IEnumerable<TypeReference> attributes
    ) =>
        more.Concat(attributes)
            .Concat(type.GenericParameters.SelectMany(Constraints))
            .Concat(first is null ? [] : [first])
            .SelectMany(Parts);

    private static IEnumerable<TypeReference> Method(MethodDefinition method)
    {
        var signature = method
            .Parameters.Select(parameter => parameter.ParameterType)
            .Append(method.ReturnType)
            .Concat(method.Parameters.SelectMany(Attributes))
            .Concat(Attributes(method))
            .Concat(method.GenericParameters.SelectMany(Constraints));
        if (!method.HasBody)
            return signature;
        return signature
            .Concat(method.Body.Variables.Select(variable => variable.VariableType))
            .Concat(method.Body.ExceptionHandlers.Select(handler => handler.CatchType).Where(type => type is not null))
            .Concat(method.Body.Instructions.SelectMany(Operand));
    }

    private static IEnumerable<TypeReference> Operand(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            GenericInstanceMethod method => [.. Called(method.ElementMethod), .. method.GenericArguments],
            MethodReference method => Called(method),
            _ => [],
        };

    private static IEnumerable<TypeReference> Called(MethodReference method) =>
        [method.DeclaringType, method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType)];

    private static IEnumerable<TypeReference> Constraints(GenericParameter parameter) =>
        parameter.Constraints.Select(constraint => constraint.ConstraintType);

    private static IEnumerable<TypeReference> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(attribute =>
            attribute
                .ConstructorArguments.Concat(attribute.Fields.Concat(attribute.Properties).Select(named => named.Argument))
                .SelectMany(Argument)
                .Append(attribute.AttributeType)
        );

    private static IEnumerable<TypeReference> Argument(CustomAttributeArgument argument) =>
        argument.Value switch
        {
            TypeReference type => [type, argument.Type],
            CustomAttributeArgument[] many => many.SelectMany(Argument),
            CustomAttributeArgument boxed => Argument(boxed),
            _ => [argument.Type],
        };

    /// <summary>A list of X is a use of X.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) =>
        type switch
        {
            GenericParameter => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Append(generic.ElementType),
            FunctionPointerType => [],
            TypeSpecification special => Parts(special.ElementType),
            _ => [type],
        };

    private static TypeReference Top(TypeReference type)
    {
        while (type.DeclaringType is { } outer)
            type = outer;
        return type;
    }
}
