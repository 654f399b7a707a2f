import type { ImportProblem } from '@hindsight/backstage-plugin-incident-learning-common';
import leven from 'leven';
import { CSV_FIELDS, Draft, readCell } from './cells';

/** What the first line of a file says of the others. */
export interface CsvColumns {
  /** Wrong columns; what is in them is left out. */
  problems: ImportProblem[];
  /** Why nothing of the file can be imported. */
  fault?: ImportProblem;
  read(
    cells: string[],
  ):
    | { incident: Draft; problems?: ImportProblem[] }
    | { problems: ImportProblem[] };
}

interface Column {
  index: number;
  field: string;
}

function keyOf(name: string): string {
  return name.toLocaleLowerCase('en-US').replace(/[\s._-]+/g, '');
}

const FIELD_BY_KEY = new Map(CSV_FIELDS.map(field => [keyOf(field), field]));

/** Finds the field for each name in the header. Case, dots, spaces, `_` and `-` in names do not matter. */
export function readHeader(names: string[]): CsvColumns {
  const columns: Column[] = [];
  const unnamed: number[] = [];
  const problems: ImportProblem[] = [];
  names.forEach((name, index) => {
    const field = FIELD_BY_KEY.get(keyOf(name));
    if (name.trim() === '') {
      unnamed.push(index);
    } else if (!field) {
      problems.push({ path: name.trim(), message: describeUnknown(name) });
    } else if (columns.some(column => column.field === field)) {
      const message = `comes twice; the one in column ${
        index + 1
      } is left out: remove or rename it`;
      problems.push({ path: field, message });
    } else {
      columns.push({ index, field });
    }
  });
  // A precision of its own overrides the one that a time is written with, wherever its column stands.
  columns.sort((a, b) => rankOf(a) - rankOf(b));
  return {
    problems,
    fault: findFault(columns, names),
    read: cells => {
      if (cells.length !== names.length) {
        return { problems: [describeWidth(cells.length, names.length)] };
      }
      const record = readCells(cells, columns);
      const lost = unnamed.filter(index => cells[index].trim() !== '');
      return 'incident' in record && lost.length > 0
        ? { ...record, problems: lost.map(describeUnnamed) }
        : record;
    },
  };
}

function rankOf(column: Column): number {
  return column.field.startsWith('precision.') ? 1 : 0;
}

function describeUnknown(name: string): string {
  const nearest = nearestField(name);
  return nearest
    ? `is no field of an incident, so the column is left out: did you mean ${nearest}?`
    : 'is no field of an incident, so the column is left out: name it after a field, or remove it';
}

function nearestField(name: string): string | undefined {
  const key = keyOf(name);
  const [nearest] = CSV_FIELDS.map(field => ({
    field,
    distance: Math.min(
      leven(key, keyOf(field)),
      leven(key, keyOf(field.split('.').at(-1) ?? field)),
    ),
  })).sort((a, b) => a.distance - b.distance);
  const isNear = nearest.distance <= (key.length < 5 ? 1 : 2);
  return isNear ? nearest.field : undefined;
}

function findFault(
  columns: Column[],
  names: string[],
): ImportProblem | undefined {
  const has = (field: string) => columns.some(column => column.field === field);
  if (!has('title')) {
    const near = names.find(name => nearestField(name) === 'title');
    const remedy = near
      ? `rename the column ${near.trim()}`
      : 'the first line names the columns after the fields of an incident, such as title,severity,occurredAt';
    const message = `is not among the columns, so nothing can be imported: ${remedy}`;
    return { path: 'title', message };
  }
  if (has('source.id') !== has('source.system')) {
    const path = has('source.id') ? 'source.system' : 'source.id';
    const message =
      'is not among the columns, so nothing can be imported: a source needs both source.system and source.id';
    return { path, message };
  }
  return undefined;
}

function describeWidth(cells: number, columns: number): ImportProblem {
  const message = `The record has ${cells} cells where the first line names ${columns} columns: check its separators and quotation marks.`;
  return { path: '', message };
}

function describeUnnamed(index: number): ImportProblem {
  const message = `Column ${
    index + 1
  } has no name, so its cell is left out: name it in the first line.`;
  return { path: '', message };
}

function readCells(
  cells: string[],
  columns: Column[],
): { incident: Draft } | { problems: ImportProblem[] } {
  const incident: Draft = {};
  const problems: ImportProblem[] = [];
  for (const { index, field } of columns) {
    const cell = cells[index];
    const problem =
      cell.trim() === '' ? undefined : readCell(incident, field, cell);
    if (problem) {
      problems.push(problem);
    }
  }
  return problems.length > 0 ? { problems } : { incident };
}
