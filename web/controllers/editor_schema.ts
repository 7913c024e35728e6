import { Mark, type Extensions } from '@tiptap/core';
import { Bold } from '@tiptap/extension-bold';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Italic } from '@tiptap/extension-italic';
import { Link } from '@tiptap/extension-link';
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { UndoRedo } from '@tiptap/extensions/undo-redo';

// What the server keeps of a rich text (kernel/documents); anything else is dropped when pasted.
const sizes = ['small', 'large', 'huge'];
const followed = /^(https?:\/\/|mailto:|tel:)/i;

const Size = Mark.create({
  name: 'size',
  addAttributes: () => ({
    size: {
      default: null,
      parseHTML: ({ classList }: HTMLElement) => sizes.find((size) => classList.contains(`size-${size}`)) ?? null,
      renderHTML: ({ size }: Record<string, unknown>) => ({ class: `size-${String(size)}` }),
    },
  }),
  parseHTML: () => [{ tag: sizes.map((size) => `span.size-${size}`).join(',') }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
});

export const extensions: Extensions = [
  Document, Paragraph, Text, HardBreak, Bold, Italic, Size, BulletList, OrderedList, ListItem, ListKeymap, UndoRedo,
  Link.configure({
    openOnClick: false,
    defaultProtocol: 'https',
    HTMLAttributes: { target: null, rel: null, class: null },
    isAllowedUri: (address) => followed.test(address) || !/^[a-z][a-z0-9+.-]*:/i.test(address),
  }),
];

// « exemple.fr » as an address one can follow; nothing for what is none.
export function addressOf(typed: string): string {
  const words = typed.trim();
  if (words === '' || /\s/.test(words) || followed.test(words)) return /\s/.test(words) ? '' : words;
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(words)) return `mailto:${words}`;
  return /^[a-z][a-z0-9+.-]*:(?!\d)/i.test(words) || !words.includes('.') ? '' : `https://${words}`;
}
