using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Emit;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Thads.Office.Tests.Conformance;

/// <summary>A type by its namespace and name; what is nested in it, or made for it by the compiler, counts as it.</summary>
internal readonly record struct TypeName(string Namespace, string Name)
{
    public override string ToString() => Namespace.Length == 0 ? Name : $"{Namespace}.{Name}";
}

/// <summary>
/// A compiled assembly as it lies on disk. Read there and not by reflection, because a call of a static method
/// is seen only in the body of the method that makes it.
/// </summary>
internal sealed class Compiled : IDisposable
{
    private static readonly Dictionary<int, OperandType> Operands = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => (int)unchecked((ushort)code.Value), code => code.OperandType);

    private readonly PEReader _file;
    private readonly MetadataReader _data;

    public Compiled(string path)
    {
        _file = new PEReader(File.OpenRead(path));
        _data = _file.GetMetadataReader();
    }

    /// <summary>Names of the assemblies it refers to.</summary>
    public IEnumerable<string> References =>
        _data.AssemblyReferences.Select(handle => _data.GetString(_data.GetAssemblyReference(handle).Name));

    /// <summary>Classes that are neither sealed, static nor abstract.</summary>
    public IEnumerable<string> OpenClasses => _data.TypeDefinitions
        .Where(handle => IsOpenClass(_data.GetTypeDefinition(handle)))
        .Select(handle => _data.GetString(_data.GetTypeDefinition(handle).Name));

    /// <summary>Every type together with every type that it names: in signatures, bases, attributes and method bodies.</summary>
    public IEnumerable<(TypeName From, TypeName To)> Namings()
    {
        var all = new HashSet<(TypeName, TypeName)>();
        foreach (var handle in _data.TypeDefinitions)
        {
            var named = new NamedTypes(_data);
            NameAll(handle, named);
            var from = named.Of(handle);
            all.UnionWith(named.Found.Where(to => to != from).Select(to => (from, to)));
        }

        return all;
    }

    public void Dispose() => _file.Dispose();

    private bool IsOpenClass(TypeDefinition type)
    {
        const TypeAttributes closed = TypeAttributes.Sealed | TypeAttributes.Abstract | TypeAttributes.Interface;
        var name = _data.GetString(type.Name);
        var isProgram = type.GetMethods().Any(m => _data.GetString(_data.GetMethodDefinition(m).Name) == "<Main>$");
        return (type.Attributes & closed) == 0 && !name.Contains('<', StringComparison.Ordinal) && !isProgram;
    }

    private void NameAll(TypeDefinitionHandle handle, NamedTypes named)
    {
        var type = _data.GetTypeDefinition(handle);
        named.Add(type.BaseType);
        named.AddAttributes(type.GetCustomAttributes());
        named.AddConstraints(type.GetGenericParameters());
        foreach (var implemented in type.GetInterfaceImplementations())
        {
            named.Add(_data.GetInterfaceImplementation(implemented).Interface);
        }

        foreach (var field in type.GetFields())
        {
            named.Add(field);
            named.AddAttributes(_data.GetFieldDefinition(field).GetCustomAttributes());
        }

        foreach (var property in type.GetProperties())
        {
            named.AddAttributes(_data.GetPropertyDefinition(property).GetCustomAttributes());
        }

        foreach (var methodHandle in type.GetMethods())
        {
            var method = _data.GetMethodDefinition(methodHandle);
            named.Add(methodHandle);
            named.AddAttributes(method.GetCustomAttributes());
            named.AddConstraints(method.GetGenericParameters());
            if (method.RelativeVirtualAddress != 0)
            {
                NameBody(_file.GetMethodBody(method.RelativeVirtualAddress), named);
            }
        }
    }

    private static void NameBody(MethodBodyBlock body, NamedTypes named)
    {
        named.Add(body.LocalSignature);
        foreach (var region in body.ExceptionRegions)
        {
            named.Add(region.CatchType);
        }

        var il = body.GetILReader();
        while (il.RemainingBytes > 0)
        {
            int code = il.ReadByte();
            code = code == 0xFE ? 0xFE00 | il.ReadByte() : code;
            switch (Operands[code])
            {
                case OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType or OperandType.InlineSig:
                    named.Add(MetadataTokens.EntityHandle(il.ReadInt32()));
                    break;
                case OperandType.InlineSwitch:
                    var arms = il.ReadInt32();
                    il.Offset += arms * sizeof(int);
                    break;
                case OperandType.InlineI8 or OperandType.InlineR:
                    il.Offset += 8;
                    break;
                case OperandType.InlineVar:
                    il.Offset += 2;
                    break;
                case OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar:
                    il.Offset += 1;
                    break;
                case OperandType.InlineNone:
                    break;
                default:
                    il.Offset += 4;
                    break;
            }
        }
    }

    /// <summary>Collects the names behind the handles it is given. As a decoder of signatures it has nothing to hand back.</summary>
    private sealed class NamedTypes(MetadataReader data) : ISignatureTypeProvider<ValueTuple, ValueTuple>
    {
        public HashSet<TypeName> Found { get; } = [];

        public void Add(EntityHandle handle)
        {
            if (handle.IsNil)
            {
                return;
            }

            switch (handle.Kind)
            {
                case HandleKind.TypeDefinition:
                    Found.Add(Of((TypeDefinitionHandle)handle));
                    break;
                case HandleKind.TypeReference:
                    Found.Add(Of((TypeReferenceHandle)handle));
                    break;
                case HandleKind.TypeSpecification:
                    data.GetTypeSpecification((TypeSpecificationHandle)handle).DecodeSignature(this, default);
                    break;
                case HandleKind.FieldDefinition:
                    Found.Add(Of(data.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType()));
                    data.GetFieldDefinition((FieldDefinitionHandle)handle).DecodeSignature(this, default);
                    break;
                case HandleKind.MethodDefinition:
                    Found.Add(Of(data.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType()));
                    data.GetMethodDefinition((MethodDefinitionHandle)handle).DecodeSignature(this, default);
                    break;
                case HandleKind.MethodSpecification:
                    var method = data.GetMethodSpecification((MethodSpecificationHandle)handle);
                    Add(method.Method);
                    method.DecodeSignature(this, default);
                    break;
                case HandleKind.MemberReference:
                    AddMember(data.GetMemberReference((MemberReferenceHandle)handle));
                    break;
                case HandleKind.StandaloneSignature:
                    var signature = data.GetStandaloneSignature((StandaloneSignatureHandle)handle);
                    if (signature.GetKind() == StandaloneSignatureKind.LocalVariables)
                    {
                        signature.DecodeLocalSignature(this, default);
                    }

                    break;
                default:
                    throw new InvalidOperationException($"A {handle.Kind} where a type or a member was expected.");
            }
        }

        public void AddAttributes(CustomAttributeHandleCollection attributes)
        {
            foreach (var attribute in attributes)
            {
                Add(data.GetCustomAttribute(attribute).Constructor);
            }
        }

        public void AddConstraints(GenericParameterHandleCollection parameters)
        {
            foreach (var constraint in parameters.SelectMany(parameter => data.GetGenericParameter(parameter).GetConstraints()))
            {
                Add(data.GetGenericParameterConstraint(constraint).Type);
            }
        }

        public TypeName Of(TypeDefinitionHandle handle)
        {
            var type = data.GetTypeDefinition(handle);
            return type.IsNested ? Of(type.GetDeclaringType()) : new(data.GetString(type.Namespace), data.GetString(type.Name));
        }

        private TypeName Of(TypeReferenceHandle handle)
        {
            var type = data.GetTypeReference(handle);
            return type.ResolutionScope.Kind == HandleKind.TypeReference
                ? Of((TypeReferenceHandle)type.ResolutionScope)
                : new(data.GetString(type.Namespace), data.GetString(type.Name));
        }

        private void AddMember(MemberReference member)
        {
            Add(member.Parent);
            if (member.GetKind() == MemberReferenceKind.Field)
            {
                member.DecodeFieldSignature(this, default);
            }
            else
            {
                member.DecodeMethodSignature(this, default);
            }
        }

        ValueTuple ISimpleTypeProvider<ValueTuple>.GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind)
        {
            Add(handle);
            return default;
        }

        ValueTuple ISimpleTypeProvider<ValueTuple>.GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind)
        {
            Add(handle);
            return default;
        }

        ValueTuple ISignatureTypeProvider<ValueTuple, ValueTuple>.GetTypeFromSpecification(
            MetadataReader reader, ValueTuple genericContext, TypeSpecificationHandle handle, byte rawTypeKind)
        {
            Add(handle);
            return default;
        }

        ValueTuple ISimpleTypeProvider<ValueTuple>.GetPrimitiveType(PrimitiveTypeCode typeCode) => default;

        ValueTuple ISZArrayTypeProvider<ValueTuple>.GetSZArrayType(ValueTuple elementType) => default;

        ValueTuple IConstructedTypeProvider<ValueTuple>.GetArrayType(ValueTuple elementType, ArrayShape shape) => default;

        ValueTuple IConstructedTypeProvider<ValueTuple>.GetByReferenceType(ValueTuple elementType) => default;

        ValueTuple IConstructedTypeProvider<ValueTuple>.GetPointerType(ValueTuple elementType) => default;

        ValueTuple IConstructedTypeProvider<ValueTuple>.GetGenericInstantiation(ValueTuple genericType, ImmutableArray<ValueTuple> typeArguments) => default;

        ValueTuple ISignatureTypeProvider<ValueTuple, ValueTuple>.GetFunctionPointerType(MethodSignature<ValueTuple> signature) => default;

        ValueTuple ISignatureTypeProvider<ValueTuple, ValueTuple>.GetGenericMethodParameter(ValueTuple genericContext, int index) => default;

        ValueTuple ISignatureTypeProvider<ValueTuple, ValueTuple>.GetGenericTypeParameter(ValueTuple genericContext, int index) => default;

        ValueTuple ISignatureTypeProvider<ValueTuple, ValueTuple>.GetModifiedType(ValueTuple modifier, ValueTuple unmodifiedType, bool isRequired) => default;

        ValueTuple ISignatureTypeProvider<ValueTuple, ValueTuple>.GetPinnedType(ValueTuple elementType) => default;
    }
}
